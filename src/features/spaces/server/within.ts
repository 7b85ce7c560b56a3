import { sql } from 'kysely'
import { boundsOf, contains } from '../../../engine/geometry/inside.ts'
import type { Position } from '../../../engine/geometry/position.ts'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { readLasso } from '../model/lasso.ts'
import { placeOf } from '../model/place.ts'
import { listParcelPoints, listPointsInside } from './queries.ts'

/** The ring of a lasso; refuses what is none. */
export function lassoOf(text: string): Position[] {
  const ring = readLasso(text)
  if (ring) return ring
  throw new Problem(
    'invalid_input',
    say(
      '圈选范围无法识别：三至四百个点，经度,纬度 以分号相隔。',
      'The lasso cannot be read: three to four hundred points, longitude,latitude between semicolons.',
    ),
  )
}

/** Ids of the parcels whose point inside lies in a lasso. */
export async function parcelsWithin(db: Db, zoneId: string, lasso: string): Promise<string[]> {
  const ring = lassoOf(lasso)
  const points = await listPointsInside(db, zoneId, boundsOf([ring]) ?? [])
  return points.filter(({ lon, lat }) => contains([ring], [lon, lat])).map(({ id }) => id)
}

/** Ids of the projects that the map shows within a lasso, as far as the person may know of them. */
export async function projectsWithin(db: Db, zoneId: string, lasso: string): Promise<string[]> {
  const ring = lassoOf(lasso)
  const parcels = await listParcelPoints(db, zoneId)
  const byKey = new Map(parcels.map((parcel) => [parcel.key, parcel]))
  const { rows } = await sql<Parameters<typeof placeOf>[0]>`
    select p.id, p.parcel_no, l.lon, l.lat, l.provenance as place_provenance from project p
    left join project_place l on l.zone_id = ${zoneId} and l.project_id = p.id and l.removed_at is null
    where p.zone_id = ${zoneId} and p.removed_at is null and (p.parcel_no is not null or l.id is not null)`.execute(
    db,
  )
  return rows.flatMap((row) => {
    const at = placeOf(row, (key) => byKey.get(key))
    return at && contains([ring], [at.lon, at.lat]) ? [row.id] : []
  })
}
