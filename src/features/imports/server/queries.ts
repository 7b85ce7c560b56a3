import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { Static } from '../../../shared/schema.ts'
import { listCorpsOn } from '../../organisation/server/queries.ts'
import type { Counts, ImportTable, LedgerImport, LedgerImportLine } from '../contract.ts'
import type { Corps } from '../model/choices.ts'
import type { LearnedUnits, Lessons } from '../model/propose-tables.ts'

export type StoredImport = Omit<LedgerImport, 'abilities'> & {
  revision: number
  fileHash: string
  createdById: string | null
}
export type StoredLine = Omit<Static<typeof LedgerImportLine>, 'abilities'>

const time = (column: string) =>
  sql`to_char(${sql.ref(`i.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const name = (zoneId: string, column: string) =>
  sql`(select name from member where zone_id = ${zoneId} and id = ${sql.ref(`i.${column}`)})`

/** Everything of an import but its tables and what the reading met. */
const lineColumns = (zoneId: string): RawBuilder<unknown> => sql`
  i.id, i.file_name, i.file_size, i.status, to_char(i.period, 'YYYY-MM') as period, i.blanks, i.counts,
  coalesce(${name(zoneId, 'created_by')}, '') as created_by, ${time('created_at')} as created_at,
  ${name(zoneId, 'applied_by')} as applied_by, ${time('applied_at')} as applied_at,
  ${name(zoneId, 'undone_by')} as undone_by, ${time('undone_at')} as undone_at,
  (select s.id from ledger_import s where s.zone_id = ${zoneId} and s.file_hash = i.file_hash and s.id <> i.id and s.status = 'applied'
    order by s.applied_at desc limit 1) as same_file_as`

/** Imports, newest first, without those that were discarded. */
export async function listImports(
  db: Db,
  zoneId: string,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number },
) {
  const { rows } = await sql<StoredLine>`
    select ${lineColumns(zoneId)} from ledger_import i where i.zone_id = ${zoneId} and i.removed_at is null and i.status <> 'discarded'
    order by i.created_at desc, i.id desc limit ${limit} offset ${offset}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ledger_import where zone_id = ${zoneId} and removed_at is null and status <> 'discarded'`.execute(
    db,
  )
  return { items: rows, total: counted[0]?.total ?? 0 }
}

/** One import, or a refusal. `lock` keeps others from deciding at the same moment. */
export async function findImport(
  db: Db,
  zoneId: string,
  id: string,
  lock: 'lock' | undefined = undefined,
): Promise<StoredImport> {
  if (lock)
    await sql`select from ledger_import where zone_id = ${zoneId} and id = ${id}::uuid for update`.execute(db)
  const { rows } = await sql<StoredImport>`
    select ${lineColumns(zoneId)}, i.tables, i.notices, i.undo_kept, i.revision, i.file_hash, i.created_by as created_by_id from ledger_import i
    where i.zone_id = ${zoneId} and i.id = ${id}::uuid and i.removed_at is null`.execute(db)
  return found(rows[0], say('导入', 'import'), id)
}

/** Keeps an open import's zone to itself until the transaction ends: on several servers, too, one import is written at a time. */
export const holdOpenImports = (db: Db, zoneId: string) =>
  sql`select from ledger_import where zone_id = ${zoneId} and status = 'checked' order by id for update`.execute(
    db,
  )

/** Keeps projects as they are until the transaction ends, in the order of their ids as everybody locks them. */
export const holdProjects = (db: Db, zoneId: string, ids: readonly string[]) =>
  sql`select from project where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    db,
  )

/** The corps of the zone by name, for words and sheets that name them: those of today. */
export const listCorps = (db: Db, zoneId: string): Promise<Corps[]> =>
  listCorpsOn(db, zoneId, shanghaiDay(Date.now()))

export async function listLessons(db: Db, zoneId: string): Promise<{ fields: Lessons; units: LearnedUnits }> {
  const rows = await db
    .selectFrom('headerLesson')
    .select(['header', 'field', 'unit'])
    .where('zoneId', '=', zoneId)
    .where('removedAt', 'is', null)
    .execute()
  return {
    fields: Object.fromEntries(rows.map((row) => [row.header, row.field])),
    units: Object.fromEntries(rows.flatMap((row) => (row.unit === null ? [] : [[row.header, row.unit]]))),
  }
}

/** How many rows came out how, and how many cells wait. Cells of rows that a person skips wait for nobody. */
export async function countImport(db: Db, zoneId: string, id: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select r.*, s.* from (
      select count(*) filter (where verdict = 'new')::int as new, count(*) filter (where verdict = 'changed')::int as changed,
        count(*) filter (where verdict = 'unchanged')::int as unchanged, count(*) filter (where verdict = 'doubt')::int as doubt,
        count(*) filter (where verdict = 'skipped')::int as skipped
      from import_row where zone_id = ${zoneId} and import_id = ${id}::uuid) r,
    (select count(*) filter (where severity = 'question')::int as questions, count(*) filter (where severity = 'warning')::int as warnings,
        count(*) filter (where severity = 'note')::int as notes
      from import_issue q left join import_row o on o.zone_id = q.zone_id and o.id = q.row_id
      where q.zone_id = ${zoneId} and q.import_id = ${id}::uuid and not q.answered and o.decision is distinct from 'skip') s`.execute(
    db,
  )
  const [counts] = rows
  if (!counts) throw new Error('A count without a row.')
  return counts
}

export type StoredTables = ImportTable[]
