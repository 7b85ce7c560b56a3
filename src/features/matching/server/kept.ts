import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { compareDecimal, subtractDecimal } from '../../../shared/decimal.ts'
import type { KeptShare } from '../contract.ts'
import { holdsLand } from './offered-land.ts'

/** ㎡: what rounding leaves of a parcel that is kept is none. */
export const crumbM2 = '1'

/**
 * What is kept of land on a day for projects that go on, a row for each reservation and parcel. What is kept stays kept
 * when land is split, every part whole, for nobody knows which is meant, and when it is joined.
 */
const keptLand = (zoneId: string, day: Day, butFor: readonly string[] = []): RawBuilder<unknown> => sql`
  recursive kept as (
    select r.id as reservation_id, r.parcel_id, coalesce(r.area_m2, p.area_m2) as area_m2, r.area_m2 is null as is_whole
    from reservation r join parcel p on p.zone_id = ${zoneId} and p.id = r.parcel_id
    where r.zone_id = ${zoneId} and r.until_on >= ${day}::date and r.project_id <> all(${[...butFor]}::uuid[])
      and r.removed_at is null and r.project_id in (select id from project where zone_id = ${zoneId} and ${holdsLand})
    union all
    select k.reservation_id, o.child_id, case when o.kind = 'split' then c.area_m2 else k.area_m2 end, o.kind = 'split'
    from kept k
    join parcel_origin o on o.zone_id = ${zoneId} and o.parent_id = k.parcel_id and o.removed_at is null
    join parcel c on c.zone_id = ${zoneId} and c.id = o.child_id
  )`

/** Of every parcel that something of is kept on a day, for others than these projects: how much, null for all of it. */
export async function listKept(
  db: Db,
  zoneId: string,
  day: Day,
  butFor: readonly string[] = [],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ parcelId: string; areaM2: string | null }>`
    with ${keptLand(zoneId, day, butFor)}
    select parcel_id, case when not bool_or(is_whole) then trim_scale(sum(area_m2))::text end as area_m2
    from kept group by parcel_id`.execute(db)
  return new Map(rows.map(({ parcelId, areaM2 }) => [parcelId, areaM2]))
}

export type KeptOn = {
  id: string
  projectId: string
  areaM2: string
  untilOn: Day
  person: string
  /** What the parcel is called that it was made on, where this one came of it. */
  madeOn: string | null
}

/** What is kept of one parcel on a day, whoever it is for: to be read as the zone itself. */
export async function listKeptOn(db: Db, zoneId: string, day: Day, parcelId: string): Promise<KeptOn[]> {
  const { rows } = await sql<KeptOn>`
    with ${keptLand(zoneId, day)},
      own as (
        select reservation_id, bool_or(is_whole) as is_whole, sum(area_m2) as area_m2 from kept
        where parcel_id = ${parcelId}::uuid group by reservation_id
      )
    select r.id, r.project_id, r.until_on::text as until_on, m.name as person,
      trim_scale(case when own.is_whole then p.area_m2 else own.area_m2 end)::text as area_m2,
      case when r.parcel_id <> p.id then coalesce(f.number, f.name, '') end as made_on
    from own
    join reservation r on r.zone_id = ${zoneId} and r.id = own.reservation_id
    join parcel p on p.zone_id = ${zoneId} and p.id = ${parcelId}::uuid
    join parcel f on f.zone_id = ${zoneId} and f.id = r.parcel_id
    join member m on m.zone_id = ${zoneId} and m.id = r.reserved_by
    order by r.until_on, r.id`.execute(db)
  return rows
}

/** Land and rooms that are kept for these projects on a day, land also as what came of it. */
export async function listKeptFor(
  db: Db,
  zoneId: string,
  day: Day,
  projectIds: readonly string[],
): Promise<{ projectId: string; spaceId: string; untilOn: Day | null }[]> {
  const { rows } = await sql<{ projectId: string; spaceId: string; untilOn: Day | null }>`
    with ${keptLand(zoneId, day)}
    select r.project_id, k.parcel_id as space_id, r.until_on::text as until_on
    from kept k join reservation r on r.zone_id = ${zoneId} and r.id = k.reservation_id
    where r.project_id = any(${[...projectIds]}::uuid[])
    union
    select l.project_id, l.room_id, l.to_on::text from lease l
    where l.zone_id = ${zoneId} and l.project_id = any(${[...projectIds]}::uuid[]) and l.kind = 'reservation'
      and l.removed_at is null and (l.to_on is null or l.to_on >= ${day}::date)`.execute(db)
  return rows
}

/** Of a parcel so large, when this much of it is kept; null for all of it, undefined for none. */
export function keptShare(keptM2: string | null | undefined, areaM2: string): KeptShare | undefined {
  if (keptM2 === undefined) return undefined
  return keptM2 === null || compareDecimal(keptM2, subtractDecimal(areaM2, crumbM2)) >= 0
    ? 'kept'
    : 'keptPart'
}
