import { sql } from 'kysely'
import { tileAt } from '../../../engine/geometry/shifted-tiles.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { TilePlace } from '../model/sources.ts'

/** Where a zone without land is looked for: the lower Yangtze. */
const nowhere: [number, number] = [120.3, 30.2]
/** Near enough that a picture of the town is there, far enough that it is not a single field. */
const zoom = 14

/** The tile in the middle of the zone's land. */
export async function middleTile(db: Db, zoneId: string, nearest: number): Promise<TilePlace> {
  const { rows } = await sql<{ lon: number | null; lat: number | null }>`
    select (min(west) + max(east)) / 2 as lon, (min(south) + max(north)) / 2 as lat from parcel
    where zone_id = ${zoneId} and removed_at is null`.execute(db)
  const { lon, lat } = rows[0] ?? {}
  const z = Math.min(zoom, nearest)
  const [x, y] = tileAt(typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : nowhere, z)
  return { z, x: Math.floor(x), y: Math.floor(y) }
}
