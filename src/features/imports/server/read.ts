import { rm } from 'node:fs/promises'
import { insertRows } from '../../../server/database/record.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import type { LedgerImport } from '../contract.ts'
import { proposePeriod } from '../model/periods.ts'
import { proposeTable } from '../model/propose-tables.ts'
import { at, type Desk } from './desk.ts'
import { listCorps, listLessons } from './queries.ts'
import { noTable } from './refusals.ts'
import type { Upload } from './upload.ts'
import { closeWorkbook, openWorkbook } from './workbook-cache.ts'

/** Reads an uploaded file, proposes what its columns mean, and opens an import of it. Returns its id; a file that is refused is removed. */
export async function readUpload(desk: Desk, upload: Upload, signal?: AbortSignal): Promise<string> {
  try {
    const { workbook, tables: foundTables } = await openWorkbook(upload.path, upload.name, signal)
    if (foundTables.length === 0) throw noTable(upload.name, workbook.sheets.length)
    const [corps, lessons] = await at(
      desk,
      async (db) => [await listCorps(db, desk.zoneId), await listLessons(db, desk.zoneId)] as const,
    )
    const tables = foundTables.map((one) => proposeTable(one, corps, lessons.fields, lessons.units))
    const empty = workbook.sheets.filter(
      (sheet) => sheet.rows.length > 0 && foundTables.every((one) => one.sheet !== sheet),
    )
    const notices: LedgerImport['notices'] = [
      ...workbook.notices,
      ...empty.map((sheet) => ({ code: 'no_table', sheet: sheet.name })),
    ]
    const used = foundTables.filter(({ key }) => tables.find((table) => table.key === key)?.use)
    const speaking = (used.length > 0 ? used : foundTables).map(({ table }) => table)
    await at(desk, async (db, author) => {
      const period = proposePeriod(
        [
          ...speaking.flatMap((table) => table.periodHint ?? []),
          ...speaking.flatMap((table) => [...table.titleLines, table.sheet]),
          upload.name,
        ],
        monthOf(shanghaiDay(author.at)),
        speaking.flatMap((table) => table.yearHint ?? []),
      )
      await insertRows(db, author, 'ledger_import', [
        {
          id: upload.id,
          fileName: upload.name,
          fileSize: upload.size,
          fileHash: upload.hash,
          status: 'read',
          period: `${period}-01`,
          tables,
          notices,
          blanks: 'keep',
          createdBy: desk.memberId,
          createdAt: author.at,
        },
      ])
    })
    return upload.id
  } catch (error) {
    closeWorkbook(upload.path)
    await rm(upload.path, { force: true })
    throw error
  }
}
