import { Worker } from 'node:worker_threads'
import type { BatchAnswer } from './batch-plan.ts'
import type { MatchInput } from './input.ts'
import type { RunOptions } from './run.ts'
import type { FromThread, ToThread } from './thread-message.ts'

/** Of JavaScript; what HiGHS has is WebAssembly's own, 4 GB at most. */
const maxHeapMb = 2048

/**
 * `planBatch` in a thread of its own: the server goes on answering, and an abort ends it at once, in the midst of a
 * solve; the promise then rejects with the signal's reason when the thread is gone.
 */
export async function planInWorker(
  input: MatchInput,
  { signal, onProgress, ...options }: RunOptions,
): Promise<BatchAnswer> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { input, options } satisfies ToThread,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  const ending = new AbortController()
  const answer = new Promise<BatchAnswer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ending.signal })
    worker.on('message', (message: FromThread) => {
      // What a thread said before it heard of an abort is of no use to who left.
      if (signal?.aborted) return
      if (message.type === 'progress') onProgress?.(message.progress)
      else if (message.type === 'answer') resolve(message.answer)
      else reject(new Error(message.message))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The planning thread ended by itself with ${code}.`)))
  })
  return answer.finally(async () => {
    ending.abort()
    await worker.terminate()
  })
}
