import { Worker } from 'node:worker_threads'
import { type UnreadableCode, UnreadableFile } from '../unreadable-file.ts'

/** How every reading thread ends. */
export type ThreadEnd =
  | { type: 'done' }
  | { type: 'unreadable'; code: UnreadableCode; details: Record<string, string | number> }
  | { type: 'failed'; message: string }

export type ThreadOptions = {
  signal?: AbortSignal | undefined
  timeLimitMs: number
  maxHeapMb: number
  /** What is thrown when its memory does not suffice, with `heapMb`. */
  outOfMemory: UnreadableCode
}

/**
 * Runs a reader in a thread of its own, so that a hostile file can neither stop the server nor exhaust its heap. `take`
 * gets each message; after `next` the thread sends another, where it waits for that. Throws what the reader throws,
 * `too_slow`, or the signal's reason when cancelled.
 */
export const runThread = async <Message extends { type: string }>(
  script: URL,
  input: unknown,
  { signal, timeLimitMs, maxHeapMb, outOfMemory }: ThreadOptions,
  take: (message: Exclude<Message, ThreadEnd>, next: () => void) => void,
): Promise<void> => {
  signal?.throwIfAborted()
  const worker = new Worker(script, {
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
  const reading = new Promise<void>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ending.signal })
    const timer = setTimeout(() => reject(tooSlow(timeLimitMs)), timeLimitMs)
    ending.signal.addEventListener('abort', () => clearTimeout(timer))
    worker.on('message', (message: Message | ThreadEnd) => {
      if (isEnd(message)) {
        if (message.type === 'done') resolve()
        else if (message.type === 'unreadable') reject(new UnreadableFile(message.code, message.details))
        else reject(new Error(message.message))
      } else take(message as Exclude<Message, ThreadEnd>, () => worker.postMessage('next'))
    })
    worker.once('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(isMemory ? new UnreadableFile(outOfMemory, { heapMb: maxHeapMb }) : error)
    })
    worker.once('exit', () => reject(new UnreadableFile('damaged', { reason: 'reading stopped' })))
  })
  return reading.finally(() => {
    ending.abort()
    return worker.terminate().then(() => {})
  })
}

const ends = new Set(['done', 'unreadable', 'failed'])
const isEnd = (message: { type: string }): message is ThreadEnd => ends.has(message.type)

const tooSlow = (timeLimitMs: number) => new UnreadableFile('too_slow', { seconds: timeLimitMs / 1000 })
