import { sql } from 'kysely'
import { boundsOf, contains } from '../../../../engine/geometry/inside.ts'
import type { Bounds, Position, Surface } from '../../../../engine/geometry/position.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { surfacesOf } from '../../model/surfaces-of.ts'
import { listTerritoryBoundaries } from '../queries.ts'

/** What the zone knows of where it lies: what a file is compared with. */
export type Around = {
  /** Undefined for a zone without territory or parcel. */
  middle: Position | undefined
  /** The territory that a place lies in; undefined where none is drawn around it. */
  territoryAt(lon: number, lat: number): string | undefined
  hasTerritories: boolean
}

type Area = { id: string; bounds: Bounds; surfaces: Surface[] }

export async function lookAround(db: Db, zoneId: string): Promise<Around> {
  const areas = (await listTerritoryBoundaries(db, zoneId)).flatMap(({ id, boundary }): Area[] => {
    const surfaces = surfacesOf(boundary)
    const bounds = boundsOf(surfaces.flat())
    return bounds ? [{ id, bounds, surfaces }] : []
  })
  const all =
    areas.length > 0 ? boundsOf(areas.map(({ bounds }) => corners(bounds))) : await parcelBounds(db, zoneId)
  return {
    middle: all && [(all[0] + all[2]) / 2, (all[1] + all[3]) / 2],
    hasTerritories: areas.length > 0,
    territoryAt: (lon, lat) =>
      areas.find(
        ({ bounds: [west, south, east, north], surfaces }) =>
          lon >= west &&
          lon <= east &&
          lat >= south &&
          lat <= north &&
          surfaces.some((rings) => contains(rings, [lon, lat])),
      )?.id,
  }
}

const corners = ([west, south, east, north]: Bounds): Position[] => [
  [west, south],
  [east, north],
]

async function parcelBounds(db: Db, zoneId: string): Promise<Bounds | undefined> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select min(west) as west, min(south) as south, max(east) as east, max(north) as north from parcel
    where zone_id = ${zoneId} and removed_at is null`.execute(db)
  const [one] = rows
  return one && one.west !== null ? [one.west, one.south, one.east, one.north] : undefined
}
