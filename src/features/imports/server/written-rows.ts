import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'

export const entities = ['project', 'milestone', 'progress'] as const
export type Entity = (typeof entities)[number]

/** A row that an act wrote, with its first and last revision by it. */
export type WrittenRow = { entity: Entity; rowId: string; first: number; last: number; inserted: boolean }

/** The same row as it is now; `project` rows are their own project. */
export type LiveRow = {
  entity: Entity
  rowId: string
  projectId: string
  period: string | null
  revision: number
}

export type RowVersion = { rowId: string; revision: number; image: string; causeId: string | null }

// Statements here look up lists of keys, so that their plans need no statistics: the embedded database has hardly any.
const keysAtOnce = 2000

/** What wrote the rows: an import, or a merge of two projects. */
export type Act = { kind: 'import' | 'merge'; id: string }

export async function listWritten(db: Db, zoneId: string, act: Act): Promise<WrittenRow[]> {
  const { rows } = await sql<WrittenRow>`
    select entity, row_id, min(revision) as first, max(revision) as last, bool_or(operation = 'insert') as inserted
    from change where zone_id = ${zoneId} and cause_id = ${act.id}::uuid and cause_kind = ${act.kind} and entity = any(${[...entities]}::text[])
    group by entity, row_id`.execute(db)
  return rows
}

const projectOf = (entity: Entity) => (entity === 'project' ? sql`id` : sql`project_id`)
const periodOf = (entity: Entity) =>
  entity === 'progress' ? sql`to_char(period, 'YYYY-MM')` : sql`null::text`

/** Rows by their ids, or of projects by theirs, whether removed or not. */
export async function loadLive(
  db: Db,
  zoneId: string,
  entity: Entity,
  by: 'id' | 'project',
  ids: readonly string[],
): Promise<LiveRow[]> {
  const key = by === 'id' ? sql`id` : projectOf(entity)
  const live: LiveRow[] = []
  for (const part of parts(ids)) {
    const { rows } = await sql<LiveRow>`
      select ${entity} as entity, id as row_id, ${projectOf(entity)} as project_id, ${periodOf(entity)} as period, revision
      from ${sql.table(entity)} where zone_id = ${zoneId} and ${key} = any(${part}::uuid[]) order by id`.execute(
      db,
    )
    live.push(...rows)
  }
  return live
}

/** Images of rows at given revisions, by `row revision`. */
export async function loadVersions(
  db: Db,
  zoneId: string,
  entity: Entity,
  keys: readonly { rowId: string; revision: number }[],
): Promise<Map<string, RowVersion>> {
  const versions = new Map<string, RowVersion>()
  for (const part of parts(keys)) {
    const { rows } = await sql<RowVersion>`
      select c.row_id, c.revision, c.image::text as image, c.cause_id
      from unnest(${part.map((key) => key.rowId)}::uuid[], ${part.map((key) => key.revision)}::int[]) k(row_id, revision)
      join change c on c.zone_id = ${zoneId} and c.entity = ${entity} and c.row_id = k.row_id and c.revision = k.revision`.execute(
      db,
    )
    for (const row of rows) versions.set(versionKey(row), row)
  }
  return versions
}

export const versionKey = ({ rowId, revision }: { rowId: string; revision: number }) => `${rowId} ${revision}`

export function* parts<R>(list: readonly R[]) {
  for (let start = 0; start < list.length; start += keysAtOnce) yield list.slice(start, start + keysAtOnce)
}
