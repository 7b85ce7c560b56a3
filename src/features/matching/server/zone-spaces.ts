import Flatbush from 'flatbush'
import { sql } from 'kysely'
import { fromLonLat } from '../../../engine/geometry/project.ts'
import { sharedBorder } from '../../../engine/geometry/shared-border.ts'
import type { Parcel, Point, Room, Space } from '../../../engine/matching/space.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { subtractDecimal } from '../../../shared/decimal.ts'
import { listRooms } from '../../buildings/server/queries.ts'
import { surfacesOf } from '../../spaces/model/surfaces-of.ts'
import type { ParcelStatus } from '../../spaces/statuses.ts'
import type { RankedPlace } from '../contract.ts'
import { crumbM2, listKept } from './kept.ts'
import { listNamedLand, offered } from './offered-land.ts'

export type ZoneSpaces = {
  spaces: Space[]
  parts: Map<string, RankedPlace['parts'][number]>
  /** By parcel, the projects whose lines name it. */
  named: Map<string, string[]>
}

/** CGCS2000, 3°, zone 40, without its prefix: metres for distances within a zone. */
const plane = 4549
/** A part smaller than this, and what is left of a parcel, is no place for anybody: 5 亩. An example. */
const leastPartM2 = 10_000 / 3
/** Land that is cleared can be supplied at once; when other land will be is not known. */
const readyNow: readonly ParcelStatus[] = ['cleared', 'listed']

/**
 * Land that can still be offered and that no line of a project but these names, and rooms with the day they come free. Read as
 * the zone itself: land is not free because somebody may not know of the project on it.
 */
export async function readSpaces(
  db: Db,
  zoneId: string,
  day: Day,
  projectIds: readonly string[],
): Promise<ZoneSpaces> {
  const named = await listNamedLand(db, zoneId)
  const own = new Set(projectIds)
  const kept = await listKept(db, zoneId, day, projectIds)
  const land = (await listOffered(db, zoneId))
    .filter(({ id }) => (named.get(id) ?? []).every((one) => own.has(one)) && kept.get(id) !== null)
    .map((row) => ({ ...row, areaM2: subtractDecimal(row.areaM2, kept.get(row.id) ?? '0') }))
    .filter(({ areaM2 }) => Number(areaM2) >= Number(crumbM2))
  const rooms = await listRooms(db, zoneId, day, {
    ...{ where: sql`free.day is not null and taken.day is null`, order: sql`r.id` },
    ...{ limit: null, offset: 0 },
  })
  const positions = await buildingPositions(db, zoneId)
  const neighbours = neighboursOf(land)
  const parcels = land.map(
    (row): Parcel => ({
      ...{ kind: 'parcel', id: row.id, areaM2: Number(row.areaM2), figures: { status: row.status } },
      readyOn: readyNow.includes(row.status) ? day : null,
      position: metres([row.lon, row.lat]),
      reservations: [],
      neighbours: neighbours.get(row.id) ?? [],
      leastPartM2,
    }),
  )
  const free = rooms.map(
    (row): Room => ({
      ...{ kind: 'room', id: row.id, areaM2: Number(row.areaM2), figures: {}, reservations: [] },
      ...{ floor: row.floorId, readyOn: row.freeOn, position: positions.get(row.buildingId) ?? null },
      loadTPerM2: row.loadTM2 === null ? null : Number(row.loadTM2),
      heightM: row.heightM === null ? null : Number(row.heightM),
    }),
  )
  const parts = [
    ...land.map(({ id, number, name, status, areaM2 }) => ({
      ...{ id, kind: 'parcel' as const, label: number ?? name ?? '', status, areaM2: Number(areaM2) },
    })),
    ...rooms.map(({ id, building, level, number, areaM2 }) => ({
      ...{ id, kind: 'room' as const, label: `${building} ${level}F ${number}`, status: null },
      areaM2: Number(areaM2),
    })),
  ]
  return {
    spaces: [...parcels, ...free],
    parts: new Map(parts.map((part) => [part.id, part])),
    named,
  }
}

export const metres = (lonLat: Point): Point => fromLonLat(plane, [lonLat[0], lonLat[1]])

type Land = {
  id: string
  number: string | null
  name: string | null
  status: ParcelStatus
  areaM2: string
  boundary: Parameters<typeof surfacesOf>[0]
  lon: number
  lat: number
  west: number
  south: number
  east: number
  north: number
}
async function listOffered(db: Db, zoneId: string): Promise<Land[]> {
  const { rows } = await sql<Land>`
    select id, number, name, status, trim_scale(area_m2)::text as area_m2, boundary, lon, lat, west,
      south, east, north
    from parcel where zone_id = ${zoneId} and status = any(${[...offered]}::text[]) and area_m2 > 0
      and ended_on is null and removed_at is null order by id`.execute(db)
  return rows
}

async function buildingPositions(db: Db, zoneId: string): Promise<Map<string, Point>> {
  const { rows } = await sql<{ id: string; lon: number; lat: number }>`
    select b.id, coalesce(l.lon, b.lon) as lon, coalesce(l.lat, b.lat) as lat from building b
    left join parcel l on l.zone_id = ${zoneId} and l.id = b.parcel_id and l.removed_at is null
    where b.zone_id = ${zoneId} and coalesce(l.lon, b.lon) is not null and b.removed_at is null`.execute(db)
  return new Map(rows.map(({ id, lon, lat }) => [id, metres([lon, lat])]))
}

/** Degrees: about a metre. */
const near = 1e-5

function neighboursOf(land: readonly Land[]): Map<string, Parcel['neighbours'][number][]> {
  const found = new Map<string, Parcel['neighbours'][number][]>(land.map(({ id }) => [id, []]))
  if (land.length === 0) return found
  const tree = new Flatbush(land.length)
  for (const { west, south, east, north } of land) tree.add(west, south, east, north)
  tree.finish()
  const rings = land.map(({ boundary }) =>
    surfacesOf(boundary).flatMap((surface) => surface.map((ring) => ring.map((at) => fromLonLat(plane, at)))),
  )
  for (const [at, one] of land.entries())
    for (const next of tree.search(one.west - near, one.south - near, one.east + near, one.north + near)) {
      const other = land[next]
      if (next <= at || !other) continue
      const borderM = sharedBorder(rings[at] ?? [], rings[next] ?? [])
      if (borderM <= 0) continue
      found.get(one.id)?.push({ id: other.id, borderM })
      found.get(other.id)?.push({ id: one.id, borderM })
    }
  return found
}
