import { rm } from 'node:fs/promises'
import { updateRows } from '../../../server/database/record.ts'
import { refuseUnlessOpen } from './check.ts'
import { at, type Desk } from './desk.ts'
import { findImport } from './queries.ts'
import { pathOf } from './upload.ts'
import { closeWorkbook } from './workbook-cache.ts'
import { removeRows } from './working-rows.ts'

/** Gives an import up before it is applied: its file and working rows go, that it was there stays known. */
export async function discardImport(desk: Desk, id: string): Promise<void> {
  const { zoneId } = desk
  await at(desk, async (db, author) => {
    const stored = refuseUnlessOpen(await findImport(db, zoneId, id, 'lock'))
    await removeRows(db, zoneId, id)
    await updateRows(db, author, 'ledger_import', [
      { id, revision: stored.revision, set: { status: 'discarded' } },
    ])
  })
  const path = pathOf(desk.house.config, zoneId, id)
  closeWorkbook(path)
  await rm(path, { force: true })
}
