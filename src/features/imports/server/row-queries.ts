import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Static } from '../../../shared/schema.ts'
import type { ImportRow, Issue, IssuesQuery, RowsQuery } from '../contract.ts'
import { issuesPerRow } from './working-rows.ts'

/**
 * Of the rows of `page`, in its order. A row's cells to look at lie side by side in the order of the file, so they are
 * counted through the index on it.
 */
const rowsOf = (zoneId: string, importId: string, page: RawBuilder<unknown>) => sql<ImportRow>`
  with page as materialized (${page})
  select r.id, r.sheet, r.row_number as row, r.name, r.verdict, r.project_id, r.candidates, r.decision, r.differences,
    p.name as project_name, (
      select count(*)::int from import_issue q where q.zone_id = ${zoneId} and q.import_id = ${importId}::uuid
        and q.ordinal >= r.ordinal * ${sql.lit(issuesPerRow)} and q.ordinal < (r.ordinal + 1) * ${sql.lit(issuesPerRow)}) as issues, (
      select jsonb_build_object('sheet', t.suggestions ->> 0, 'row', (t.suggestions ->> 1)::int) from import_issue t
      where t.zone_id = ${zoneId} and t.import_id = ${importId}::uuid and t.ordinal = (r.ordinal + 1) * ${sql.lit(issuesPerRow)} - 1
        and t.code = 'twice_in_file' and jsonb_array_length(t.suggestions) = 2 limit 1) as twin
  from page join import_row r on r.zone_id = ${zoneId} and r.id = page.id
  left join project p on p.zone_id = ${zoneId} and p.id = r.project_id
  order by r.ordinal, r.id`

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

export async function listRows(
  db: Db,
  zoneId: string,
  importId: string,
  { verdict, q, limit = 50, offset = 0 }: Static<typeof RowsQuery>,
) {
  const where = sql`r.zone_id = ${zoneId} and r.import_id = ${importId}::uuid
    ${verdict ? sql`and r.verdict = ${verdict}` : sql``} ${q?.trim() ? sql`and r.name ilike ${`%${escaped(q.trim())}%`}` : sql``}`
  const { rows: items } = await rowsOf(
    zoneId,
    importId,
    sql`
    select r.id from import_row r where ${where} order by r.ordinal, r.id limit ${limit} offset ${offset}`,
  ).execute(db)
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total from import_row r where ${where}`.execute(db)
  return { items, total: rows[0]?.total ?? 0 }
}

export async function findRow(db: Db, zoneId: string, importId: string, id: string): Promise<ImportRow> {
  const { rows } = await rowsOf(
    zoneId,
    importId,
    sql`
    select r.id from import_row r where r.zone_id = ${zoneId} and r.import_id = ${importId}::uuid and r.id = ${id}::uuid`,
  ).execute(db)
  return found(rows[0], say('行（可能已重新核对）', 'row (it may have been checked anew)'), id)
}

/** Questions first, then what to look at, then what is for the record. */
const urgency = sql`case q.severity when 'question' then 0 when 'warning' then 1 else 2 end`

export async function listIssues(
  db: Db,
  zoneId: string,
  importId: string,
  query: Static<typeof IssuesQuery>,
) {
  const { severity, code, rowId, open, limit = 50, offset = 0 } = query
  const wanted = sql`
    ${severity ? sql`q.severity = ${severity}` : sql`true`} ${code ? sql`and q.code = ${code}` : sql``}
    ${rowId ? sql`and q.row_id = ${rowId}::uuid` : sql``}
    ${open === undefined ? sql`` : open ? sql`and not q.answered and r.decision is distinct from 'skip'` : sql`and q.answered`}`
  const own = sql`q.zone_id = ${zoneId} and q.import_id = ${importId}::uuid`
  const rowOf = sql`left join import_row r on r.zone_id = ${zoneId} and r.id = q.row_id`
  // Alike cells are counted in one pass over the import, before any are left out.
  const { rows: items } = await sql<Issue>`
    with page as materialized (
      select q.id, ${urgency} as urgency, q.ordinal, q.alike from (
        select q.id, q.row_id, q.ordinal, q.code, q.severity, q.answered,
          count(*) over (partition by q.field, q.code, q.value)::int - 1 as alike
        from import_issue q where ${own}) q ${rowOf}
      where ${wanted} order by 2, 3, 1 limit ${limit} offset ${offset})
    select q.id, q.row_id, q.sheet, q.cell, q.field, q.code, q.severity, q.value, q.taken, q.suggestions,
      case when q.answered then jsonb_build_object('value', q.answer) end as resolution, r.name as project_name, page.alike
    from page join import_issue q on q.zone_id = ${zoneId} and q.id = page.id ${rowOf}
    order by page.urgency, page.ordinal, page.id`.execute(db)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from import_issue q ${rowOf} where q.zone_id = ${zoneId} and ${own} and ${wanted}`.execute(
    db,
  )
  return { items, total: rows[0]?.total ?? 0 }
}
