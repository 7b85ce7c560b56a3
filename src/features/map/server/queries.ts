import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { Boundary } from '../../spaces/contract.ts'
import { parcelFrom } from '../../spaces/server/queries.ts'
import type { Origin } from './kindred.ts'

export type DrawnParcel = {
  id: string
  number: string | null
  name: string | null
  status: string
  areaM2: string
  unitId: string | null
  provenance: string | null
  west: number
  south: number
  east: number
  north: number
  lon: number
  lat: number
  /** Of its boundary: alike for those alone that are. */
  shape: string
  boundary: Boundary
}
export type DrawnTerritory = {
  id: string
  name: string
  unitId: string | null
  unit: string | null
  boundary: Boundary
}
/** A project with what the map shows it by, but for its light; money 万元 as text. */
export type MappedProject = {
  id: string
  name: string
  stage: string
  standing: string
  corpsId: string | null
  chain: string | null
  total: string | null
  parcelNo: string | null
  provenance: string | null
  placedBy: 'point' | null
  lon: number | null
  lat: number | null
  placeProvenance: string | null
}

const parcelsAtOnce = 4_000

/** All parcels that are there, or those of `ids`; pages of them, so that others get their turn between. */
export async function* drawnParcels(
  db: Db,
  zoneId: string,
  day: Day,
  ids?: readonly string[],
): AsyncGenerator<DrawnParcel[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const which = ids ? sql`and p.id = any(${[...ids]}::uuid[])` : sql``
    const { rows } = await sql<DrawnParcel>`
      select p.id, p.number, p.name, p.status, p.area_m2::text as area_m2, h.unit_id, p.provenance,
        p.west, p.south, p.east, p.north, p.lon, p.lat, md5(p.boundary::text) as shape, p.boundary
      from ${parcelFrom(zoneId, day)}
      where p.zone_id = ${zoneId} and p.removed_at is null and p.ended_on is null and p.id > ${after} ${which}
      order by p.id limit ${parcelsAtOnce}`.execute(db)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < parcelsAtOnce) return
    after = last.id
  }
}

/** A log keeps a boundary that was not there as JSON’s null, which is not that of SQL. */
export async function drawnTerritories(db: Db, zoneId: string, day: Day): Promise<DrawnTerritory[]> {
  const { rows } = await sql<DrawnTerritory>`
    select t.id, t.name, t.boundary, h.unit_id, u.name as unit from territory t
    left join territory_holding h on h.zone_id = ${zoneId} and h.territory_id = t.id and h.removed_at is null
      and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
    left join unit u on u.zone_id = ${zoneId} and u.id = h.unit_id
    where t.zone_id = ${zoneId} and jsonb_typeof(t.boundary) = 'object' and t.removed_at is null order by t.name, t.id`.execute(
    db,
  )
  return rows
}

/** Who came of whom by a split or merge after a day. */
export async function listOrigins(db: Db, zoneId: string, since: Day): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    select parent_id, child_id from parcel_origin
    where zone_id = ${zoneId} and removed_at is null and on_day > ${since}::date order by id`.execute(db)
  return rows
}

/** All projects of the zone, or those of `ids`. */
export async function mappedProjects(
  db: Db,
  zoneId: string,
  ids?: readonly string[],
): Promise<MappedProject[]> {
  const which = ids ? sql`and p.id = any(${[...ids]}::uuid[])` : sql``
  const { rows } = await sql<MappedProject>`
    select p.id, p.name, p.stage, p.standing, p.corps_id, p.chain, p.total_investment::text as total,
      p.parcel_no, p.provenance, case when l.id is not null then 'point' end as placed_by, l.lon, l.lat,
      l.provenance as place_provenance
    from project p
    left join project_place l on l.zone_id = ${zoneId} and l.project_id = p.id and l.removed_at is null
    where p.zone_id = ${zoneId} and p.removed_at is null ${which} order by p.id`.execute(db)
  return rows
}

/** Ids of the projects that this transaction's person may know of. Row-level security decides, nothing here. */
export async function visibleProjects(db: Db, zoneId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from project where zone_id = ${zoneId} and removed_at is null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type Touched = { entity: string; rowId: string; position: number; projectId: string | null }

/** Rows of these tables written since a place in the log. Images are long: they are opened only for whose project they are. */
export async function touchedSince(
  db: Db,
  zoneId: string,
  tables: readonly string[],
  since: number,
): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select entity, row_id, position,
      case when entity not in ('parcel', 'project') then image ->> 'project_id' end as project_id from change
    where zone_id = ${zoneId} and position > ${since} and entity = any(${[...tables]}::text[])
    order by position`.execute(db)
  return rows
}

/** Behind the last record of before an instant; 0 where there is none. */
export async function positionBefore(db: Db, zoneId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from change where zone_id = ${zoneId} and recorded_from < ${at}
    order by position desc limit 1`.execute(db)
  return rows[0]?.position ?? 0
}

/** The number of this transaction, and of the oldest that has not ended; greater ones began to write later. */
export async function transactionsNow(db: Db): Promise<{ own: number; oldest: number }> {
  const { rows } = await sql<{ own: number; oldest: number }>`
    select pg_current_xact_id()::text::bigint as own,
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest`.execute(db)
  return rows[0] ?? { own: 0, oldest: 0 }
}

/** The days in Shanghai of the first and the last record that the map shows this person anything of; null where there is none. */
export async function recordedDays(
  db: Db,
  zoneId: string,
): Promise<{ since: Day | null; until: Day | null }> {
  const dayOf = async (order: 'asc' | 'desc') => {
    const { rows } = await sql<{ day: Day }>`
      select (recorded_from at time zone 'Asia/Shanghai')::date::text as day from change
      where zone_id = ${zoneId} and (entity = 'parcel' or entity = 'project' and row_id in (
        select p.id from project p where p.zone_id = ${zoneId}))
      order by position ${sql.raw(order)} limit 1`.execute(db)
    return rows[0]?.day ?? null
  }
  return { since: await dayOf('asc'), until: await dayOf('desc') }
}

/** What a person signs in with: it marks what leaves the house by their hand. */
export const loginOf = (db: Db, { zoneId, memberId }: { zoneId: string; memberId: string }) =>
  db
    .selectFrom('member')
    .select('login')
    .where('zoneId', '=', zoneId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
