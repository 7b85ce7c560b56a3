import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { partsOverWhole } from '../../projects/amount-parts.ts'
import type { ImportTable } from '../contract.ts'
import type { Current } from '../model/differences.ts'
import type { StoredImport } from './queries.ts'
import { insertIssues, issuesPerRow, letterOf, type WorkingIssue, type WorkingRow } from './working-rows.ts'

const code = 'over_whole'

/** What a row says of amounts that cannot both be right, with what the ledger has where the row says nothing: at the cell of the part, if the row has it. */
export function overWholeIssues(
  row: WorkingRow,
  current: Current | undefined,
  tables: readonly ImportTable[],
): WorkingIssue[] {
  const said = (field: string) => typeof row.readings[field] === 'string'
  const told = Object.fromEntries(Object.entries(row.readings).filter(([, value]) => value !== null))
  return partsOverWhole({ ...current, ...told }).flatMap(({ part, whole, partValue, wholeValue }) => {
    if (!said(part) && !said(whole)) return []
    const [field, taken, other] = said(part) ? [part, partValue, wholeValue] : [whole, wholeValue, partValue]
    return {
      id: uuidv7(),
      rowId: row.id,
      ordinal: row.ordinal * issuesPerRow + issuesPerRow - 2,
      sheet: row.sheet,
      cell: `${letterOf(tables, row, field)}${row.rowNumber}`,
      field,
      code,
      severity: 'warning',
      value: taken,
      taken,
      suggestions: [other],
      answered: false,
      answer: null,
    }
  })
}

/** After an answer the two may fit, or no longer fit. What somebody has looked at and kept is not asked again. */
export async function renewOverWhole(
  db: Db,
  zoneId: string,
  { id: importId, tables }: StoredImport,
  rows: readonly WorkingRow[],
  current: ReadonlyMap<string, Current>,
) {
  const ids = rows.map((row) => row.id)
  await sql`delete from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid and code = ${code}
    and not answered and row_id = any(${ids}::uuid[])`.execute(db)
  const { rows: kept } = await sql<{ rowId: string; field: string; value: string }>`
    select row_id, field, value from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid
      and code = ${code} and answer = value and row_id = any(${ids}::uuid[])`.execute(db)
  const seen = new Set(kept.map(({ rowId, field, value }) => `${rowId} ${field} ${value}`))
  const issues = rows.flatMap((row) =>
    overWholeIssues(row, current.get(row.projectId ?? ''), tables).filter(
      ({ field, taken }) => !seen.has(`${row.id} ${field} ${taken}`),
    ),
  )
  await insertIssues(db, zoneId, importId, issues)
}
