import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { fieldByKey, fields } from '../../projects/fields.ts'
import { isMask, masked } from '../../projects/personal.ts'
import type { ImportTable } from '../contract.ts'
import type { Current, Readings } from '../model/differences.ts'
import { insertIssues, issuesPerRow, type WorkingIssue, type WorkingRow } from './working-rows.ts'

const code = 'mask_unmatched'
const personal = fields.filter((field) => field.personal)

/** Masks of a row that hide nothing its project has: what was meant is not in the file. */
const unmatched = (readings: Readings, current: Current | undefined) =>
  personal.filter((field) => {
    const value = readings[field.key]
    return isMask(field, value) && masked(field.key, current?.[field.key] ?? null) !== value
  })

/** Without the questions about masks that are the masks of what the project has: an export read again asks nothing. */
export const withoutMatched = (
  issues: readonly WorkingIssue[],
  { readings }: Pick<WorkingRow, 'readings'>,
  current: Current | undefined,
): WorkingIssue[] => {
  const open = new Set(unmatched(readings, current).map(({ key }) => key))
  return issues.filter(
    (issue) =>
      issue.code !== code || issue.answered || open.has(fieldByKey.get(issue.field ?? '')?.key ?? ''),
  )
}

/** Asks anew about the masks of rows that a decision gave to another project. */
export async function askMasksAgain(
  db: Db,
  zoneId: string,
  { id: importId, tables }: { id: string; tables: readonly ImportTable[] },
  rows: readonly WorkingRow[],
  currentOf: (row: WorkingRow) => Current | undefined,
) {
  await sql`delete from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid and code = ${code}
    and not answered and row_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(db)
  const issues = rows.flatMap((row) =>
    unmatched(row.readings, currentOf(row)).map(({ key }, at): WorkingIssue => {
      const table = tables.findLast(
        (one) => one.use && one.sheet === row.sheet && one.firstRow <= row.rowNumber,
      )
      const letter = table?.columns.find((column) => column.field === key)?.letter ?? 'A'
      return {
        id: uuidv7(),
        rowId: row.id,
        ordinal: (row.ordinal + 1) * issuesPerRow - 1 - personal.length + at,
        sheet: row.sheet,
        cell: `${letter}${row.rowNumber}`,
        field: key,
        code,
        severity: 'question',
        value: row.readings[key] ?? '',
        taken: null,
        suggestions: [],
        answered: false,
        answer: null,
      }
    }),
  )
  await insertIssues(db, zoneId, importId, issues)
}
