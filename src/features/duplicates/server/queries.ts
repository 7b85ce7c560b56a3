import { sql } from 'kysely'
import { type Compared, comparedOf, type Known } from '../../../engine/duplicates/compare.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import { listAliases } from '../../projects/server/aliases.ts'
import { listMatchable } from '../../projects/server/queries.ts'
import type { Merge, NotSame } from '../contract.ts'

/** Every project of the ledger by what it may be recognised by. */
export async function listProjects(db: Db, zoneId: string): Promise<Known[]> {
  const aliases = Map.groupBy(await listAliases(db, zoneId), (alias) => alias.projectId)
  return (await listMatchable(db, zoneId)).map((project) => ({
    ...project,
    aliases: aliases.get(project.id) ?? [],
  }))
}

/** What was known of a project when somebody said that it is not another: whatever else changes, the word stands. */
export function factsOf({ keys, also }: Compared): string[] {
  return [
    keys.name,
    keys.code,
    keys.investor,
    keys.money,
    ...[...also.names].sort(),
    ...[...also.codes].sort(),
  ]
}
export const factsOfKnown = (known: Known) => factsOf(comparedOf(known))

export type StoredNotSame = {
  id: string
  firstId: string
  secondId: string
  facts: { first: string[]; second: string[] }
  revision: number
  by: string
  at: Date
}

export async function listSaid(
  db: Db,
  zoneId: string,
  pair?: readonly [string, string],
): Promise<StoredNotSame[]> {
  const { rows } = await sql<StoredNotSame>`
    select n.id, n.first_id, n.second_id, n.facts, n.revision, coalesce(m.name, '') as by, n.said_at as at
    from not_same n left join member m on m.zone_id = n.zone_id and m.id = n.said_by
    where n.zone_id = ${zoneId} and n.removed_at is null
    ${pair ? sql`and n.first_id = ${pair[0]}::uuid and n.second_id = ${pair[1]}::uuid` : sql``}`.execute(db)
  return rows
}

/** Changes with whatever the queue is made of. */
export async function readMark(db: Db, zoneId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ',
      (select concat(count(*), ':', sum(revision)) from project where zone_id = ${zoneId}),
      (select concat(count(*), ':', sum(revision)) from alias where zone_id = ${zoneId}),
      (select concat(count(*), ':', sum(revision)) from not_same where zone_id = ${zoneId})) as mark`.execute(
    db,
  )
  return rows[0]?.mark ?? ''
}

const time = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export type StoredMerge = Omit<Merge, 'abilities'> & { revision: number }

const merges = (zoneId: string) => sql`
  select g.id, g.kept_id, k.name as kept_name, g.lost_id, l.name as lost_name, c.name as created_by, ${time('g.created_at')} as created_at,
    u.name as undone_by, ${time('g.undone_at')} as undone_at, g.revision
  from merge g
  join project k on k.zone_id = g.zone_id and k.id = g.kept_id
  join project l on l.zone_id = g.zone_id and l.id = g.lost_id
  join member c on c.zone_id = g.zone_id and c.id = g.created_by
  left join member u on u.zone_id = g.zone_id and u.id = g.undone_by
  where g.zone_id = ${zoneId} and g.removed_at is null`

type Part = { limit?: number; offset?: number }

export async function listMerges(db: Db, zoneId: string, { limit = 50, offset = 0 }: Part) {
  const { rows: items } = await sql<StoredMerge>`
    ${merges(zoneId)} order by g.created_at desc, g.id desc limit ${limit} offset ${offset}`.execute(db)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${merges(zoneId)}) counted`.execute(db)
  return { items, total: rows[0]?.total ?? 0 }
}

/** One merge, or a refusal. `lock` keeps others from taking it back at the same moment. */
export async function findMerge(db: Db, zoneId: string, id: string, lock?: 'lock'): Promise<StoredMerge> {
  if (lock) await sql`select from merge where zone_id = ${zoneId} and id = ${id}::uuid for update`.execute(db)
  const { rows } = await sql<StoredMerge>`${merges(zoneId)} and g.id = ${id}::uuid`.execute(db)
  return found(rows[0], say('合并', 'merge'), id)
}

/** The merge that took a project out of the ledger, if one did. */
export async function mergeAway(db: Db, zoneId: string, projectId: string): Promise<StoredMerge | undefined> {
  const { rows } = await sql<StoredMerge>`
    ${merges(zoneId)} and g.lost_id = ${projectId}::uuid and g.undone_at is null`.execute(db)
  return rows[0]
}

export async function listNotSame(db: Db, zoneId: string, { limit = 50, offset = 0 }: Part) {
  const from = sql`from not_same n
    join project f on f.zone_id = n.zone_id and f.id = n.first_id and f.removed_at is null
    join project s on s.zone_id = n.zone_id and s.id = n.second_id and s.removed_at is null
    join member m on m.zone_id = n.zone_id and m.id = n.said_by
    where n.zone_id = ${zoneId} and n.removed_at is null`
  const { rows: items } = await sql<Omit<NotSame, 'abilities'>>`
    select n.id, n.first_id, f.name as first_name, n.second_id, s.name as second_name, m.name as said_by, ${time('n.said_at')} as said_at
    ${from} order by n.said_at desc, n.id limit ${limit} offset ${offset}`.execute(db)
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db)
  return { items, total: rows[0]?.total ?? 0 }
}
