import { parentPort, workerData } from 'node:worker_threads'
import { planBatch } from './plan-batch.ts'
import type { FromThread, ToThread } from './thread-message.ts'

const port = parentPort
if (port === null) throw new Error('runs as a worker thread only')
const tell = (message: FromThread) => port.postMessage(message)
const { input, options } = workerData as ToThread
planBatch(input, { ...options, onProgress: (progress) => tell({ type: 'progress', progress }) }).then(
  (answer) => tell({ type: 'answer', answer }),
  (error: unknown) =>
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
)
