import { sql } from 'kysely'
import type { Database, Db } from '../../../server/database/connect.ts'
import { leftOut, type Recorded, recorded } from '../../../server/database/record.ts'
import type { Fault } from '../model/check-chain.ts'

/** Holds every row of the recorded tables to its last change in the log; what images leave out is not held to it. */
export async function checkRows(database: Database, zoneId: string): Promise<Fault | undefined> {
  for (const table of recorded) {
    const fault = await database.within(
      { zoneId, memberId: null },
      async (db) => (await findStray(db, zoneId, table)) ?? findLost(db, zoneId, table),
    )
    if (fault) return fault
  }
  return undefined
}

/**
 * Values are compared as the column's type reads them, and only those that the image speaks of: a column that came
 * later is not in it, and a time is written as the clock of its writer's session showed it.
 */
async function findStray(db: Db, zoneId: string, table: Recorded): Promise<Fault | undefined> {
  const { rows } = await sql<{ id: string; known: boolean }>`
    select t.id, c.image is not null as known
    from ${sql.table(table)} t
    left join lateral (select image from change
      where zone_id = ${zoneId} and entity = ${table} and row_id = t.id order by recorded_from desc, revision desc limit 1) c on true
    cross join lateral (select to_jsonb(t) as now) n
    where t.zone_id = ${zoneId} and (c.image is null or (n.now - ${[...(leftOut[table] ?? [])]}::text[] <> c.image and exists (
      select from jsonb_each(to_jsonb(jsonb_populate_record(null::${sql.table(table)}, c.image))) then_
      where c.image ? then_.key and n.now -> then_.key <> then_.value)))
    order by t.id limit 1`.execute(db)
  const [row] = rows
  return row && { kind: row.known ? 'rowChanged' : 'rowUnknown', row: `${table} ${row.id}` }
}

async function findLost(db: Db, zoneId: string, table: Recorded): Promise<Fault | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.row_id as id from change c
    where c.zone_id = ${zoneId} and c.entity = ${table} and c.revision = 1
      and not exists (select from ${sql.table(table)} t where t.zone_id = ${zoneId} and t.id = c.row_id)
    order by c.row_id limit 1`.execute(db)
  return rows[0] && { kind: 'rowRemoved', row: `${table} ${rows[0].id}` }
}
