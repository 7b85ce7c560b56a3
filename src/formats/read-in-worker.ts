import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { WorkbookLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { Row, Workbook } from './workbook.ts'
import type { WorkerInput, WorkerMessage } from './worker-protocol.ts'

export type WorkerOptions = {
  signal?: AbortSignal
  /** Share of the file read so far, 0 to 1. */
  onProgress?: (share: number) => void
  /** Default 1,024. */
  maxHeapMb?: number
  /** Past it the file is refused as `too_slow`. Default: 20 s and 5 s more per MB of file, at most 120 s. */
  timeLimitMs?: number
  limits?: Partial<WorkbookLimits>
}

const defaultHeapMb = 1_024
/** Some small broken files keep the library for old workbooks busy for ever. */
const defaultTimeLimitMs = (bytes: number) => Math.min(120_000, 20_000 + (bytes / 1024 ** 2) * 5_000)
/** Texts kept once; ledgers repeat themselves. */
const mostInterned = 50_000

/**
 * `readWorkbook` in a thread of its own, so that a hostile file can neither stop the server nor exhaust its heap:
 * out of memory there is `too_many_cells` here. Rejects with the signal's reason when cancelled.
 */
export const readWorkbookInWorker = async (path: string, options: WorkerOptions = {}): Promise<Workbook> => {
  const { signal, onProgress, maxHeapMb = defaultHeapMb, limits = {} } = options
  const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs((await stat(path)).size)
  signal?.throwIfAborted()
  const input: WorkerInput = { path, limits }
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: input,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 64 },
  })
  // What a library prints about odd files is no news to the server's log.
  worker.stdout.resume()
  worker.stderr.resume()

  const ending = new AbortController()
  const reading = new Promise<Workbook>((resolve, reject) => {
    let workbook: Workbook | undefined
    const share = sharer()
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ending.signal })
    const timer = setTimeout(() => reject(tooSlow(timeLimitMs)), timeLimitMs)
    ending.signal.addEventListener('abort', () => clearTimeout(timer))
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress?.(message.share)
      else if (message.type === 'outline') workbook = message.workbook
      else if (message.type === 'rows') {
        for (const row of message.rows) workbook?.sheets[message.sheet]?.rows.push(share(row))
        worker.postMessage('next')
      } else if (message.type === 'done' && workbook) resolve(workbook)
      else if (message.type === 'unreadable') reject(new UnreadableFile(message.code, message.details))
      else if (message.type === 'failed') reject(new Error(message.message))
    })
    worker.once('error', (error: Error & { code?: string }) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(outOfMemory ? new UnreadableFile('too_many_cells', { heapMb: maxHeapMb }) : error)
    })
    worker.once('exit', () => reject(new UnreadableFile('damaged', { reason: 'reading stopped' })))
  })
  return reading.finally(() => {
    ending.abort()
    return worker.terminate()
  })
}

const tooSlow = (timeLimitMs: number) => new UnreadableFile('too_slow', { seconds: timeLimitMs / 1000 })

/** A message copies every string; this lets equal ones be one again. */
const sharer = () => {
  const known = new Map<string, string>()
  const share = (text: string) => {
    const same = known.get(text)
    if (same !== undefined) return same
    if (known.size < mostInterned && text.length < 100) known.set(text, text)
    return text
  }
  return (row: Row): Row => {
    for (const cell of row.cells) {
      if (cell === undefined) continue
      cell.text = share(cell.text)
      if (cell.value === cell.text) cell.value = cell.text
      if (cell.format !== undefined) cell.format = share(cell.format)
    }
    return row
  }
}
