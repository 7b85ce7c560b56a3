import { stat } from 'node:fs/promises'
import type { WorkbookLimits } from './limits.ts'
import { runThread } from './thread/run-thread.ts'
import { textSharer } from './thread/text-sharer.ts'
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

/**
 * `readWorkbook` in a thread of its own, so that a hostile file can neither stop the server nor exhaust its heap:
 * out of memory there is `too_many_cells` here. Rejects with the signal's reason when cancelled.
 */
export const readWorkbookInWorker = async (path: string, options: WorkerOptions = {}): Promise<Workbook> => {
  const { signal, onProgress, maxHeapMb = defaultHeapMb, limits = {} } = options
  const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs((await stat(path)).size)
  const input: WorkerInput = { path, limits }
  let workbook: Workbook | undefined
  const share = sharer()
  await runThread<WorkerMessage>(
    new URL('./read-worker.ts', import.meta.url),
    input,
    { signal, timeLimitMs, maxHeapMb, outOfMemory: 'too_many_cells' },
    (message, next) => {
      if (message.type === 'progress') onProgress?.(message.share)
      else if (message.type === 'outline') workbook = message.workbook
      else {
        for (const row of message.rows) workbook?.sheets[message.sheet]?.rows.push(share(row))
        next()
      }
    },
  )
  if (workbook === undefined) throw new UnreadableFile('damaged', { reason: 'reading stopped' })
  return workbook
}

const sharer = () => {
  const share = textSharer()
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
