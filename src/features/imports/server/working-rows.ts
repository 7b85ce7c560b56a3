import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Candidate, Difference, ImportTable, Verdict } from '../contract.ts'
import type { RowIssue } from '../model/cell-reading.ts'
import type { Readings } from '../model/differences.ts'
import type { Decision } from '../model/judge.ts'

/** A data row of an import as it is worked on. */
export type WorkingRow = {
  id: string
  ordinal: number
  sheet: string
  rowNumber: number
  name: string | null
  readings: Readings
  verdict: Verdict
  projectId: string | null
  candidates: Candidate[]
  decision: Decision
  differences: Difference[]
}

/** `ordinal` keeps an import's issues in the order of the file. */
export type WorkingIssue = RowIssue & {
  id: string
  rowId: string | null
  ordinal: number
  sheet: string
  answered: boolean
  answer: string | null
}

const rowsAtOnce = 2000
/** Issues of one row, more than which none has. */
export const issuesPerRow = 1000

/** The column in which a row's table has a field, or the first. */
export function letterOf(
  tables: readonly ImportTable[],
  { sheet, rowNumber }: Pick<WorkingRow, 'sheet' | 'rowNumber'>,
  field: string,
): string {
  const table = tables.findLast((one) => one.use && one.sheet === sheet && one.firstRow <= rowNumber)
  return table?.columns.find((column) => column.field === field)?.letter ?? 'A'
}

export async function replaceRows(
  db: Db,
  zoneId: string,
  importId: string,
  rows: readonly WorkingRow[],
  issues: readonly WorkingIssue[],
) {
  await removeRows(db, zoneId, importId)
  for (const part of parts(rows)) {
    const input = part.map(({ rowNumber, projectId, ...row }) => ({
      ...row,
      row_number: rowNumber,
      project_id: projectId,
    }))
    await sql`insert into import_row (zone_id, import_id, id, ordinal, sheet, row_number, name, readings, verdict, project_id, candidates, decision, differences)
      select ${zoneId}::uuid, ${importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) r(id uuid, ordinal int, sheet text,
        row_number int, name text, readings jsonb, verdict text, project_id uuid, candidates jsonb, decision text, differences jsonb)`.execute(
      db,
    )
  }
  await insertIssues(db, zoneId, importId, issues)
}

export async function insertIssues(
  db: Db,
  zoneId: string,
  importId: string,
  issues: readonly WorkingIssue[],
) {
  for (const part of parts(issues)) {
    const input = part.map(({ rowId, ...issue }) => ({ ...issue, row_id: rowId }))
    await sql`insert into import_issue (zone_id, import_id, id, row_id, ordinal, sheet, cell, field, code, severity, value, taken, suggestions, answered, answer)
      select ${zoneId}::uuid, ${importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) r(id uuid, row_id uuid, ordinal int, sheet text,
        cell text, field text, code text, severity text, value text, taken text, suggestions jsonb, answered boolean, answer text)`.execute(
      db,
    )
  }
}

export async function removeRows(db: Db, zoneId: string, importId: string) {
  await sql`delete from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid`.execute(db)
  await sql`delete from import_row where zone_id = ${zoneId} and import_id = ${importId}::uuid`.execute(db)
}

const columns = sql`id, ordinal, sheet, row_number, name, readings, verdict, project_id, candidates, decision, differences`

/** Rows of an import in the order of the file: those named, or all. */
export async function loadWorkingRows(
  db: Db,
  zoneId: string,
  importId: string,
  ids?: readonly string[],
): Promise<WorkingRow[]> {
  const { rows } = await sql<WorkingRow>`select ${columns} from import_row
    where zone_id = ${zoneId} and import_id = ${importId}::uuid ${ids ? sql`and id = any(${[...ids]}::uuid[])` : sql``}
    order by ordinal, id`.execute(db)
  return rows
}

/** Rows that an import would write, in parts of the file's order. */
export async function loadRowsToWrite(
  db: Db,
  zoneId: string,
  importId: string,
  afterOrdinal: number,
): Promise<WorkingRow[]> {
  const { rows } = await sql<WorkingRow>`select ${columns} from import_row
    where zone_id = ${zoneId} and import_id = ${importId}::uuid and verdict in ('new', 'changed') and ordinal > ${afterOrdinal}
    order by ordinal, id limit ${rowsAtOnce}`.execute(db)
  return rows
}

/** Only what matching needs of the rows: name, keys, verdict and decision. */
export async function loadIdentities(db: Db, zoneId: string, importId: string): Promise<WorkingRow[]> {
  const { rows } = await sql<WorkingRow>`
    select id, ordinal, sheet, row_number, name, verdict, project_id, decision, '[]'::jsonb as candidates, '[]'::jsonb as differences,
      jsonb_build_object('code', readings -> 'code', 'investor', readings -> 'investor', 'totalInvestment', readings -> 'totalInvestment') as readings
    from import_row where zone_id = ${zoneId} and import_id = ${importId}::uuid order by ordinal, id`.execute(
    db,
  )
  return rows
}

export async function updateWorkingRows(db: Db, zoneId: string, rows: readonly WorkingRow[]) {
  for (const part of parts(rows)) {
    const input = part.map(
      ({ id, name, readings, verdict, projectId, candidates, decision, differences }) => ({
        id,
        name,
        readings,
        verdict,
        project_id: projectId,
        candidates,
        decision,
        differences,
      }),
    )
    await sql`update import_row t set name = r.name, readings = r.readings, verdict = r.verdict, project_id = r.project_id,
        candidates = r.candidates, decision = r.decision, differences = r.differences
      from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) r(id uuid, name text, readings jsonb, verdict text, project_id uuid,
        candidates jsonb, decision text, differences jsonb)
      where t.zone_id = ${zoneId} and t.id = r.id`.execute(db)
  }
}

function* parts<R>(rows: readonly R[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce)
}
