import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { Boundary, Parcel, ParcelDetail, ParcelList } from '../contract.ts'
import type { ParcelPoint } from '../model/place.ts'

export type ParcelRow = Omit<Parcel, 'abilities' | 'bounds'> & {
  west: number
  south: number
  east: number
  north: number
}

/** A parcel `p` with the unit that holds its territory on the day. */
export const parcelFrom = (zoneId: string, day: Day) => sql`parcel p
  left join territory t on t.zone_id = ${zoneId} and t.id = p.territory_id and t.removed_at is null
  left join territory_holding h on h.zone_id = ${zoneId} and h.territory_id = t.id and h.removed_at is null
    and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
  left join unit u on u.zone_id = ${zoneId} and u.id = h.unit_id`

const columns = sql`p.id, p.number, p.name, p.status, p.land_use, p.land_class, trim_scale(p.area_m2)::text as area_m2,
  trim_scale(p.drawn_m2)::text as drawn_m2, p.territory_id, t.name as territory, h.unit_id, u.name as unit,
  p.ended_on::text as ended_on, p.west, p.south, p.east, p.north, p.source, p.note, p.provenance, p.revision`

export async function listParcels(
  db: Db,
  zoneId: string,
  day: Day,
  page: { where: RawBuilder<unknown>; order: RawBuilder<unknown>; limit: number; offset: number },
): Promise<ParcelRow[]> {
  const { rows } = await sql<ParcelRow>`select ${columns} from ${parcelFrom(zoneId, day)}
    where p.zone_id = ${zoneId} and p.removed_at is null and ${page.where}
    order by ${page.order}, p.id limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

/** Exactly how many of each status, and how large they are together in ㎡. */
export async function tallyParcels(
  db: Db,
  zoneId: string,
  day: Day,
  where: RawBuilder<unknown>,
): Promise<ParcelList['statuses']> {
  const { rows } = await sql<ParcelList['statuses'][number]>`
    select p.status, count(*)::int as count, trim_scale(sum(p.area_m2))::text as area_m2
    from ${parcelFrom(zoneId, day)}
    where p.zone_id = ${zoneId} and p.removed_at is null and ${where} group by p.status order by p.status`.execute(
    db,
  )
  return rows
}

export type WholeParcel = ParcelRow & {
  boundary: Boundary
  survey: [number, number][][][]
  epsg: number
  lon: number
  lat: number
}

export async function findParcels(
  db: Db,
  zoneId: string,
  day: Day,
  ids: readonly string[],
  lock?: 'lock',
): Promise<WholeParcel[]> {
  if (lock)
    await sql`select from parcel where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
      db,
    )
  const { rows } = await sql<WholeParcel>`
    select ${columns}, p.boundary, p.survey, p.epsg, p.lon, p.lat from ${parcelFrom(zoneId, day)}
    where p.zone_id = ${zoneId} and p.id = any(${[...ids]}::uuid[]) and p.removed_at is null order by p.id`.execute(
    db,
  )
  return rows
}

type Relative = ParcelDetail['parents'][number]

/** What it came of, or what came of it. */
export async function listRelatives(
  db: Db,
  zoneId: string,
  id: string,
  side: 'parents' | 'children',
): Promise<Relative[]> {
  const [own, other] = side === 'parents' ? ['child_id', 'parent_id'] : ['parent_id', 'child_id']
  const { rows } = await sql<Relative>`
    select p.id, p.number, p.name, trim_scale(p.area_m2)::text as area_m2, o.kind, o.on_day::text as on_day
    from parcel_origin o join parcel p on p.zone_id = ${zoneId} and p.id = o.${sql.ref(other ?? '')}
    where o.zone_id = ${zoneId} and o.${sql.ref(own ?? '')} = ${id} and o.removed_at is null and p.removed_at is null
    order by o.on_day, p.number`.execute(db)
  return rows
}

/**
 * Projects, as far as the person may know of them, whose line may name the parcel with this key: those with the digits
 * of its numbers in a row, whatever stands between. Which of them do is for `parcelKeysIn` to say.
 */
export async function listNamers(db: Db, zoneId: string, key: string) {
  const numbers = key.match(/[0-9]+/g) ?? []
  const [among, exactly] = [['%', ...numbers.join(''), '%'].join('%'), numbersPattern(numbers)]
  const { rows } = await sql<{ id: string; parcelNo: string }>`
    select p.id, p.parcel_no from project p
    where p.zone_id = ${zoneId} and p.parcel_no is not null and p.removed_at is null
      and normalize(p.parcel_no, nfkc) like ${among} and normalize(p.parcel_no, nfkc) ~ ${exactly}`.execute(
    db,
  )
  return rows
}

/** A blank or a sign that is not seen may stand within a number, and something must between two. */
const numbersPattern = (numbers: readonly string[]) =>
  numbers.length === 0
    ? ''
    : `(^|[^0-9])${numbers.map((digits) => [...digits].join('[^0-9]*')).join('[^0-9]+')}([^0-9]|$)`

/** Projects as a parcel shows them, but for their lights. */
export async function listOccupants(db: Db, zoneId: string, ids: readonly string[]) {
  const { rows } = await sql<Omit<ParcelDetail['projects'][number], 'light'>>`
    select p.id, p.name, p.stage from project p
    where p.zone_id = ${zoneId} and p.id = any(${[...ids]}::uuid[]) and p.removed_at is null
    order by p.name, p.id`.execute(db)
  return rows
}

/** Points inside parcels that are there still, within bounds: a lasso asks which of them it holds. */
export async function listPointsInside(db: Db, zoneId: string, [west, south, east, north]: number[]) {
  const { rows } = await sql<{ id: string; lon: number; lat: number }>`
    select id, lon, lat from parcel where zone_id = ${zoneId} and removed_at is null
      and lon between ${west} and ${east} and lat between ${south} and ${north}`.execute(db)
  return rows
}

/** Territories with a boundary, for finding out in which one a parcel lies. */
export async function listTerritoryBoundaries(db: Db, zoneId: string) {
  const { rows } = await sql<{ id: string; name: string; boundary: Boundary }>`
    select id, name, boundary from territory
    where zone_id = ${zoneId} and jsonb_typeof(boundary) = 'object' and removed_at is null order by name, id`.execute(
    db,
  )
  return rows
}

/**
 * Where parcels are that a ledger can name, by their key; those split or merged away come first, so that a number used
 * again means the parcel that has it now.
 */
export async function listParcelPoints(db: Db, zoneId: string, keys?: readonly string[]) {
  const { rows } = await sql<ParcelPoint & { key: string; endedOn: string | null }>`
    select id, number_key as key, lon, lat, west, south, east, north, provenance, ended_on::text as ended_on from parcel
    where zone_id = ${zoneId} and number_key ${keys ? sql`= any(${[...keys]}::text[])` : sql`is not null`}
      and removed_at is null order by ended_on nulls last, id`.execute(db)
  return rows
}
