import { once } from 'node:events'
import { parentPort, type Transferable, workerData } from 'node:worker_threads'
import { UnreadableFile } from '../unreadable-file.ts'
import type { ThreadEnd } from './run-thread.ts'

export type Sender<Message> = {
  send: (message: Message, moved?: Transferable[]) => void
  /** Until the receiver took what was sent, so that two copies never stand whole beside each other. */
  taken: () => Promise<void>
}

/** The other end of `runThread`: reads what it was started for. */
export const serveThread = <Input, Message>(
  read: (input: Input, sender: Sender<Message>) => Promise<void>,
): void => {
  const port = parentPort
  if (port === null) throw new Error('runs as a worker thread only')
  const end = (message: ThreadEnd) => port.postMessage(message)
  const sender: Sender<Message> = {
    send: (message, moved = []) => port.postMessage(message, moved),
    taken: async () => {
      await once(port, 'message')
    },
  }
  read(workerData, sender).then(
    () => end({ type: 'done' }),
    (error: unknown) => {
      if (error instanceof UnreadableFile)
        end({ type: 'unreadable', code: error.code, details: error.details })
      else end({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    },
  )
}
