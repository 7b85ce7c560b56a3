import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { Building, Floor, Lease, Room, RoomSums } from '../contract.ts'
import { roomsOn, sumsOf, territoryOf } from './rooms-on.ts'

export type RoomRow = Omit<Room, 'abilities'> & { unitId: string | null }
export type BuildingRow = Omit<Building, 'abilities' | 'sums' | 'nextEndOn'>

/** Row-level security leaves `p` out for whoever may not know of the project; one that was removed is known, without a name. */
const isVeiled = (of: RawBuilder<unknown>) => sql`(${of}.project_id is not null and p.id is null)`
const ofKnown = (fact: RawBuilder<unknown>) => sql`case when p.removed_at is null then ${fact} end`
const leaseFacts = (
  of: RawBuilder<unknown>,
) => sql`jsonb_build_object('id', ${of}.id, 'roomId', ${of}.room_id,
  'kind', ${of}.kind, 'tenant', coalesce(${of}.tenant, ${ofKnown(sql`p.name`)}), 'projectId', ${ofKnown(sql`p.id`)},
  'isVeiled', ${isVeiled(of)}, 'contractNo', case when not ${isVeiled(of)} then ${of}.contract_no end,
  'fromOn', ${of}.from_on::text, 'toOn', ${of}.to_on::text,
  'rent', case when not ${isVeiled(of)} then trim_scale(${of}.rent)::text end,
  'rentUnit', case when not ${isVeiled(of)} then ${of}.rent_unit end, 'revision', ${of}.revision)`

const buildingName = sql`b.name || coalesce(' ' || b.number, '')`

const roomColumns = sql`r.id, r.building_id, ${buildingName} as building, r.floor_id, f.level,
  trim_scale(f.height_m)::text as height_m, trim_scale(f.load_t_m2)::text as load_t_m2, r.number,
  trim_scale(r.area_m2)::text as area_m2, r.use, trim_scale(r.asking_rent)::text as asking_rent, r.asking_rent_unit,
  r.ready_on::text as ready_on, r.note, b.provenance, t.state, free.day::text as free_on, taken.day::text as taken_from,
  case when l.id is not null then ${leaseFacts(sql`l`)} end as lease, r.revision, h.unit_id`

/** Without a limit: all. */
type Page = { where: RawBuilder<unknown>; order: RawBuilder<unknown>; limit: number | null; offset: number }

export async function listRooms(db: Db, zoneId: string, day: Day, page: Page): Promise<RoomRow[]> {
  const { rows } = await sql<RoomRow>`select ${roomColumns} from ${roomsOn(zoneId, day)}
    where r.zone_id = ${zoneId} and r.removed_at is null and ${page.where}
    order by ${page.order}, b.name, b.number, f.level, r.number, r.id limit ${page.limit}::bigint offset ${page.offset}`.execute(
    db,
  )
  return rows
}

/** Of the rooms that match, by building: the sums, and the next day that a lease ends. */
export async function sumByBuilding(db: Db, zoneId: string, day: Day, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ buildingId: string; sums: RoomSums; nextEndOn: Day | null }>`
    select t.building_id, ${sumsOf(day)} as sums, min(t.end_on)::text as next_end_on
    from (select r.building_id, r.area_m2, t.state, free.day as free_on, case when l.kind = 'lease' then l.to_on end as end_on
      from ${roomsOn(zoneId, day)} where r.zone_id = ${zoneId} and r.removed_at is null and ${where}) t
    group by t.building_id`.execute(db)
  return new Map(rows.map((row) => [row.buildingId, { ...row, sums: tidySums(row.sums) }]))
}

export async function sumRooms(
  db: Db,
  zoneId: string,
  day: Day,
  where: RawBuilder<unknown>,
): Promise<RoomSums> {
  const { rows } = await sql<{ sums: RoomSums }>`select ${sumsOf(day)} as sums
    from (select r.area_m2, t.state, free.day as free_on
      from ${roomsOn(zoneId, day)} where r.zone_id = ${zoneId} and r.removed_at is null and ${where}) t`.execute(
    db,
  )
  return tidySums(rows[0]?.sums ?? noRooms)
}

export const noRooms: RoomSums = {
  rooms: 0,
  areaM2: '0',
  states: [],
  freeing: [3, 6, 12].map((months) => ({ months, count: 0, areaM2: '0' })),
}

const tidySums = (sums: RoomSums): RoomSums => ({
  ...sums,
  states: sums.states.filter(({ count }) => count > 0),
})

/** Buildings by `where`, of `b`, `a` and `h`. */
export async function listBuildings(
  db: Db,
  zoneId: string,
  day: Day,
  where: RawBuilder<unknown>,
): Promise<BuildingRow[]> {
  const { rows } = await sql<BuildingRow>`
    select b.id, b.name, b.number, b.kind, b.parcel_id, l.number as parcel_number, a.name as territory, h.unit_id,
      u.name as unit, coalesce(l.lon, b.lon) as lon, coalesce(l.lat, b.lat) as lat, b.address,
      trim_scale(b.floor_area_m2)::text as floor_area_m2, trim_scale(b.goods_lift_t)::text as goods_lift_t,
      b.completed_on::text as completed_on, b.owner, b.note, b.source, b.provenance, b.revision,
      coalesce(s.above, 0)::int as floors_above, coalesce(s.below, 0)::int as floors_below
    from building b ${territoryOf(zoneId, day)}
    left join parcel l on l.zone_id = ${zoneId} and l.id = b.parcel_id and l.removed_at is null
    left join lateral (
      select max(f.level) filter (where f.level > 0) as above, -min(f.level) filter (where f.level < 0) as below
      from floor f where f.zone_id = ${zoneId} and f.building_id = b.id and f.removed_at is null) s on true
    where b.zone_id = ${zoneId} and b.removed_at is null and ${where} order by b.name, b.number, b.id`.execute(
    db,
  )
  return rows
}

/** From the top down, without their rooms. */
export async function listFloors(
  db: Db,
  zoneId: string,
  buildingId: string,
): Promise<Omit<Floor, 'rooms'>[]> {
  const { rows } = await sql<Omit<Floor, 'rooms'>>`
    select id, level, trim_scale(height_m)::text as height_m, trim_scale(load_t_m2)::text as load_t_m2,
      trim_scale(area_m2)::text as area_m2, revision
    from floor where zone_id = ${zoneId} and building_id = ${buildingId} and removed_at is null
    order by level desc`.execute(db)
  return rows
}

/** Of these rooms, the latest first. */
export async function listLeases(db: Db, zoneId: string, roomIds: readonly string[]): Promise<Lease[]> {
  const { rows } = await sql<{ lease: Lease }>`select ${leaseFacts(sql`l`)} as lease from lease l
    left join project p on p.zone_id = ${zoneId} and p.id = l.project_id
    where l.zone_id = ${zoneId} and l.room_id = any(${[...roomIds]}::uuid[]) and l.removed_at is null
    order by l.from_on desc, l.id`.execute(db)
  return rows.map(({ lease }) => lease)
}
