import { readWorkbook } from './read-workbook.ts'
import { serveThread } from './thread/serve-thread.ts'
import type { WorkerInput, WorkerMessage } from './worker-protocol.ts'

/** Cells in one portion: a few milliseconds of the receiver's time. */
const portionCells = 20_000
const progressMs = 100

serveThread<WorkerInput, WorkerMessage>(async ({ path, limits }, { send, taken }) => {
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
      await taken()
    }
  }
})
