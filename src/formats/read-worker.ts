import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './read-workbook.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { WorkerInput, WorkerMessage } from './worker-protocol.ts'

/** Cells in one portion: a few milliseconds of the receiver's time. */
const portionCells = 20_000
const progressMs = 100

const port = parentPort
if (port === null) throw new Error('runs as a worker thread only')
const send = (message: WorkerMessage) => port.postMessage(message)

const read = async ({ path, limits }: WorkerInput) => {
  let reported = 0
  const { sheets, ...workbook } = await readWorkbook(path, limits, (share) => {
    const now = performance.now()
    if (now - reported < progressMs) return
    reported = now
    send({ type: 'progress', share })
  })
  send({
    type: 'outline',
    workbook: { ...workbook, sheets: sheets.map((sheet) => ({ ...sheet, rows: [] })) },
  })
  for (const [index, { rows, usedColumns }] of sheets.entries()) {
    const portion = Math.max(1, Math.floor(portionCells / Math.max(1, usedColumns)))
    rows.reverse()
    while (rows.length > 0) {
      send({ type: 'rows', sheet: index, rows: rows.splice(-portion).reverse() })
      await once(port, 'message')
    }
  }
  send({ type: 'done' })
}

read(workerData).catch((error: unknown) => {
  if (error instanceof UnreadableFile) send({ type: 'unreadable', code: error.code, details: error.details })
  else send({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
})
