import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { heldStandings } from '../../projects/stages.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import { type ParcelStatus, spaceLeft } from '../../spaces/statuses.ts'

/** Land that can still be offered: what is left, what is listed, and what is poorly used. */
export const offered: readonly ParcelStatus[] = [...spaceLeft, 'listed', 'inefficient', 'idle']

/** A project that is lost, handed over or rescinded holds no place, whatever was kept for it. */
export const holdsLand = sql`standing = any(${[...heldStandings]}::text[]) and removed_at is null`

/**
 * By parcel, the projects whose lines name it: by its number, or by that of land which it was split or joined of, since a
 * ledger goes on naming what was there when it was written.
 */
export async function listNamedLand(db: Db, zoneId: string): Promise<Map<string, string[]>> {
  const { rows: lines } = await sql<{ id: string; parcelNo: string }>`
    select id, parcel_no from project where zone_id = ${zoneId} and parcel_no is not null and ${holdsLand} order by id`.execute(
    db,
  )
  const projectsOf = Map.groupBy(
    lines.flatMap(({ id, parcelNo }) => parcelKeysIn(parcelNo).map((key) => ({ id, key }))),
    ({ key }) => key,
  )
  const { rows } = await sql<{ id: string; key: string }>`
    with recursive named as (
      select * from (
        select distinct on (number_key) id, number_key as key, ended_on from parcel
        where zone_id = ${zoneId} and number_key = any(${[...projectsOf.keys()]}::text[]) and removed_at is null
        order by number_key, ended_on desc nulls first, id desc) standing
      union
      select c.id, n.key, c.ended_on from named n
      join parcel_origin o on o.zone_id = ${zoneId} and o.parent_id = n.id and o.removed_at is null
      join parcel c on c.zone_id = ${zoneId} and c.id = o.child_id and c.removed_at is null
    )
    select id, key from named where ended_on is null order by id, key`.execute(db)
  const named = new Map<string, string[]>()
  for (const { id, key } of rows)
    named.set(id, [...(named.get(id) ?? []), ...(projectsOf.get(key) ?? []).map((one) => one.id)])
  return named
}
