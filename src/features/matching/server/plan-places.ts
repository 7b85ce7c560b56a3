import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { Plan } from '../plan-contract.ts'
import type { PlanPlaces } from '../plan-places-contract.ts'
import { listKeptFor } from './kept.ts'

/** Where the places of a plan are on a day: land by what has come of it since, rooms by their building. */
export async function placesOf(
  db: Db,
  zoneId: string,
  day: Day,
  { answer: { placed } }: Pick<Plan, 'answer'>,
): Promise<PlanPlaces> {
  const pairs = placed.flatMap(({ project, place }) =>
    place.parts.map(({ id, kind }) => ({ projectId: project.id, spaceId: id, kind })),
  )
  const idsOf = (wanted: 'parcel' | 'room') => [
    ...new Set(pairs.filter(({ kind }) => kind === wanted).map(({ spaceId }) => spaceId)),
  ]
  const descended = await listDescended(db, zoneId, idsOf('parcel'))
  const lines = Map.groupBy(descended, ({ spaceId }) => spaceId)
  const buildings = await buildingsOf(db, zoneId, idsOf('room'))
  const projects = [...new Set(pairs.map(({ projectId }) => projectId))]
  const kept = await listKeptFor(db, zoneId, day, projects)
  return {
    spaces: [
      ...idsOf('parcel').map((id) => ({
        ...{ id, building: null, parcelIds: (lines.get(id) ?? []).map((parcel) => parcel.id) },
      })),
      ...idsOf('room').map((id) => ({ id, parcelIds: [], building: buildings.get(id) ?? null })),
    ],
    parcels: [...new Map(descended.map(({ spaceId: _, ...parcel }) => [parcel.id, parcel])).values()],
    kept: pairs.flatMap(({ projectId, spaceId }) => {
      const own = [spaceId, ...(lines.get(spaceId) ?? []).map(({ id }) => id)]
      const one = kept.find((row) => row.projectId === projectId && own.includes(row.spaceId))
      return one ? [{ projectId, spaceId, untilOn: one.untilOn }] : []
    }),
  }
}

type Descended = PlanPlaces['parcels'][number] & { spaceId: string }

/** Of these parcels, each that is there, and in place of each that was split or merged away what came of it. */
async function listDescended(db: Db, zoneId: string, ids: readonly string[]): Promise<Descended[]> {
  const { rows } = await sql<Omit<Descended, 'bounds'> & Record<'west' | 'south' | 'east' | 'north', number>>`
    with recursive line as (
      select p.id as space_id, p.id as parcel_id from parcel p
      where p.zone_id = ${zoneId} and p.id = any(${[...ids]}::uuid[])
      union
      select l.space_id, o.child_id from line l
      join parcel_origin o on o.zone_id = ${zoneId} and o.parent_id = l.parcel_id and o.removed_at is null
    )
    select l.space_id, p.id, coalesce(p.number, p.name, '') as label, p.area_m2::float8 as area_m2, p.boundary,
      p.west, p.south, p.east, p.north, p.lon, p.lat
    from line l join parcel p on p.zone_id = ${zoneId} and p.id = l.parcel_id
    where p.ended_on is null and p.removed_at is null order by label, p.id`.execute(db)
  return rows.map(({ west, south, east, north, ...row }) => ({ ...row, bounds: [west, south, east, north] }))
}

type Building = NonNullable<PlanPlaces['spaces'][number]['building']>

/** By room, the buildings that have a place. */
async function buildingsOf(db: Db, zoneId: string, ids: readonly string[]): Promise<Map<string, Building>> {
  const { rows } = await sql<Building & { roomId: string }>`
    select o.id as room_id, b.id, concat_ws(' ', b.name, b.number) as name, coalesce(l.lon, b.lon) as lon,
      coalesce(l.lat, b.lat) as lat
    from room o join building b on b.zone_id = ${zoneId} and b.id = o.building_id and b.removed_at is null
    left join parcel l on l.zone_id = ${zoneId} and l.id = b.parcel_id and l.removed_at is null
    where o.zone_id = ${zoneId} and o.id = any(${[...ids]}::uuid[]) and o.removed_at is null
      and coalesce(l.lon, b.lon) is not null`.execute(db)
  return new Map(rows.map(({ roomId, ...building }) => [roomId, building]))
}
