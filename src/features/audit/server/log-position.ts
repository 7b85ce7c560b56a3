import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'

/** How far a zone's log has come, as far as it can be seen; 0 for an empty one. */
export async function lastPosition(db: Db, zoneId: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from change where zone_id = ${zoneId} order by position desc limit 1`.execute(db)
  return rows[0]?.position ?? 0
}

/**
 * The last position of a zone's log behind which nothing can appear any more; undefined while somebody else is writing
 * (see horizon.ts: the position first, then who is at work).
 */
export async function quietPosition(db: Db, zoneId: string): Promise<number | undefined> {
  const last = await lastPosition(db, zoneId)
  const { rows: atWork } = await sql`
    select from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database()) and relation = 'change'::regclass
    limit 1`.execute(db)
  return atWork.length > 0 ? undefined : last
}

/** A position that the log had reached at a time, by its seals: halving finds one among any number of them. */
export async function positionSealedBy(db: Db, zoneId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    with recursive half(low, high) as (
      select 0::bigint, coalesce((select number from seal where zone_id = ${zoneId} order by number desc limit 1), 0)
      union all
      select case when s.sealed_at <= ${at} then s.number else h.low end, case when s.sealed_at <= ${at} then h.high else s.number - 1 end
      from half h join seal s on s.zone_id = ${zoneId} and s.number = (h.low + h.high + 1) / 2 where h.low < h.high
    )
    select up_to_position as position from seal where zone_id = ${zoneId} and number = (select max(low) from half)`.execute(
    db,
  )
  return rows[0]?.position ?? 0
}
