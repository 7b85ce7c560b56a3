import { sql } from 'kysely'
import { type AreaIndex, indexAreas, overlaps } from '../../../../engine/geometry/overlaps.ts'
import type { Bounds } from '../../../../engine/geometry/position.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { decimalFromNumber, roundDecimal } from '../../../../shared/decimal.ts'
import type { Boundary } from '../../contract.ts'
import type { Finding } from '../../import-contract.ts'
import type { Drawn } from '../../model/drawn.ts'
import type { metresAround } from '../../model/metres-around.ts'
import { surfacesOf } from '../../model/surfaces-of.ts'

/** A parcel that is there, as far as a file is compared with it. */
export type Neighbour = {
  id: string
  number: string | null
  numberKey: string | null
  name: string | null
  status: string
  landUse: string | null
  landClass: string | null
  areaM2: string
  epsg: number
  revision: number
  boundary: Boundary
}

/** Those that a file’s parcels may be, by their number, or lie upon. */
export async function listNeighbours(
  db: Db,
  zoneId: string,
  keys: readonly string[],
  bounds: Bounds | undefined,
): Promise<Neighbour[]> {
  const near = bounds
    ? sql`or (west <= ${bounds[2]} and east >= ${bounds[0]} and south <= ${bounds[3]} and north >= ${bounds[1]})`
    : sql``
  const { rows } = await sql<Neighbour>`
    select id, number, number_key, name, status, land_use, land_class, trim_scale(area_m2)::text as area_m2, epsg,
      revision, boundary
    from parcel where zone_id = ${zoneId} and removed_at is null and ended_on is null
      and (number_key = any(${[...keys]}::text[]) ${near}) order by id`.execute(db)
  return rows
}

/** ㎡; surveys of neighbours never agree to the last square metre. */
const toleranceM2 = 1

export type Ground = { index: AreaIndex; of: readonly string[]; toMetres: ReturnType<typeof metresAround> }

/** Land that is taken, by whatever the ids name, in metres around one place. */
export function groundOf(
  land: readonly { id: string; boundary: Boundary }[],
  toMetres: Ground['toMetres'],
): Ground {
  return {
    index: indexAreas(land.map(({ boundary }) => toMetres(surfacesOf(boundary)))),
    of: land.map(({ id }) => id),
    toMetres,
  }
}

/** What a parcel overlaps by more than a square metre, or could not be compared with. */
export function overlapsOn(
  ground: Ground,
  place: Drawn,
  but: (id: string) => boolean,
): { id: string; areaM2: string | undefined }[] {
  const idOf = (at: number) => ground.of[at] ?? ''
  const area = ground.toMetres(surfacesOf(place.boundary))
  return overlaps(ground.index, area, toleranceM2, (at) => !but(idOf(at))).map((overlap) => ({
    id: idOf(overlap.at),
    areaM2: 'areaM2' in overlap ? roundDecimal(decimalFromNumber(overlap.areaM2) ?? '0', 1) : undefined,
  }))
}

export const overlapFinding = (
  code: string,
  areaM2: string | undefined,
  words: Finding['values'],
): Finding =>
  areaM2 === undefined
    ? { code: 'overlap_unknown', weight: 'warn', values: words }
    : { code, weight: 'ask', values: { ...words, areaM2 } }
