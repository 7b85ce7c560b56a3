import { sql } from 'kysely'
import { boundsOf, contains } from '../../../engine/geometry/inside.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { lassoOf } from '../../spaces/server/within.ts'
import { listBuildings } from './queries.ts'

/** Ids of the buildings that the map shows within a lasso: where their parcel is, or where they stand themselves. */
export async function buildingsWithin(db: Db, zoneId: string, day: Day, lasso: string): Promise<string[]> {
  const ring = lassoOf(lasso)
  const [west, south, east, north] = boundsOf([ring]) ?? []
  const near = sql`coalesce(l.lon, b.lon) between ${west} and ${east}
    and coalesce(l.lat, b.lat) between ${south} and ${north}`
  const rows = await listBuildings(db, zoneId, day, near)
  return rows.flatMap(({ id, lon, lat }) =>
    lon !== null && lat !== null && contains([ring], [lon, lat]) ? [id] : [],
  )
}
