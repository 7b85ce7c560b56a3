import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { LogRecord } from '../model/chain.ts'

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Whom to call is told by a digest: it holds the row to the log, and a copy of the log tells nobody. */
const toldImage = sql`case when coalesce(r.image ->> 'contact_phone', r.image ->> 'contact_name') is null then r.image
  else app.veil_contact(r.zone_id, r.row_id, r.image) end`

/**
 * All columns of a record, but its position, as one JSON text that is the same on every machine: sealed so, and
 * exported so. A column added later must be left out where it is null, or older seals no longer hold.
 */
export const changeLine: RawBuilder<string> = sql`(jsonb_strip_nulls(jsonb_build_object(
  'log', 'change', 'zoneId', r.zone_id, 'entity', r.entity, 'rowId', r.row_id, 'revision', r.revision, 'operation', r.operation,
  'recordedFrom', ${instant('r.recorded_from')}, 'actorId', r.actor_id, 'causeKind', r.cause_kind, 'causeId', r.cause_id))
  || jsonb_build_object('image', ${toldImage}))::text`
export const eventLine: RawBuilder<string> = sql`(jsonb_strip_nulls(jsonb_build_object(
  'log', 'event', 'zoneId', r.zone_id, 'at', ${instant('r.at')}, 'kind', r.kind, 'actorId', r.actor_id, 'entity', r.entity,
  'rowId', r.row_id, 'address', r.address)) || jsonb_build_object('detail', r.detail))::text`

/** The records after a position, up to another, in their order: at most `limit` of them. */
export async function readRecords(
  db: Db,
  zoneId: string,
  after: number,
  upTo: number,
  limit?: number,
): Promise<LogRecord[]> {
  const part = (table: 'change' | 'audit_event', line: RawBuilder<string>) => sql`
    (select r.position, ${line} as line from ${sql.table(table)} r
     where r.zone_id = ${zoneId} and r.position > ${after} and r.position <= ${upTo}
     order by r.position limit ${limit ?? null}::bigint)`
  const { rows } = await sql<LogRecord>`
    ${part('change', changeLine)} union all ${part('audit_event', eventLine)}
    order by position, line limit ${limit ?? null}::bigint`.execute(db)
  return rows
}

/** How many records stand after a position. */
export async function countRecords(db: Db, zoneId: string, after: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from change where zone_id = ${zoneId} and position > ${after})
      + (select count(*) from audit_event where zone_id = ${zoneId} and position > ${after}) as total`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}
