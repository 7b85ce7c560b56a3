import { planarArea, squareMetresText } from '../../../engine/geometry/area.ts'
import { boundsOf } from '../../../engine/geometry/inside.ts'
import { interiorPoint } from '../../../engine/geometry/interior-point.ts'
import type { Position, Surface } from '../../../engine/geometry/position.ts'
import { ringsFromLonLat, ringsToLonLat } from '../../../engine/geometry/project.ts'
import { systemOf, zoneNear, zoneSystem } from '../../../engine/geometry/systems.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Boundary } from '../contract.ts'

/** What a parcel's row holds of its survey. */
export type Drawn = {
  epsg: number
  survey: Surface[]
  boundary: Boundary
  /** ㎡ in the plane of the survey. */
  drawnM2: Decimal
  west: number
  south: number
  east: number
  north: number
  lon: number
  lat: number
}

/** Nine decimals of a degree are a tenth of a millimetre. */
const digits = 9

/**
 * The place and size of surfaces, each [outer, ...holes], closed, in the system `epsg`. Undefined for what has no
 * inside. Degrees are measured in the plane of their own 3° zone.
 */
export function drawn(epsg: number, survey: readonly Surface[]): Drawn | undefined {
  const onEarth = survey.map((rings) => ringsToLonLat(epsg, rings).map((ring) => ring.map(rounded)))
  const bounds = boundsOf(onEarth.flat())
  const largest = [...onEarth].sort((a, b) => planarArea(b) - planarArea(a))[0]
  const inside = largest && interiorPoint(largest)
  const drawnM2 = squareMetresText(inPlane(epsg, survey).reduce((sum, rings) => sum + planarArea(rings), 0))
  if (!bounds || !inside || !drawnM2 || Number(drawnM2) <= 0) return undefined
  const [west, south, east, north] = bounds
  const [only, ...more] = onEarth
  return {
    epsg,
    survey: [...survey],
    boundary:
      only && more.length === 0
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: onEarth },
    drawnM2,
    west,
    south,
    east,
    north,
    lon: rounded(inside)[0],
    lat: rounded(inside)[1],
  }
}

/** The same surfaces in metres of a survey’s plane. */
export function inPlane(epsg: number, survey: readonly Surface[]): Surface[] {
  const answer = systemOf(epsg)
  // Web Mercator has metres too, but no area is what it is there.
  if (!answer.ok || answer.system.zone) return [...survey]
  const onEarth = survey.map((rings) => ringsToLonLat(epsg, rings))
  const lon = onEarth[0]?.[0]?.[0]?.[0] ?? 120
  const plane = zoneSystem(zoneNear(lon, 3), 3, false)
  return plane ? onEarth.map((rings) => ringsFromLonLat(plane.epsg, rings)) : [...survey]
}

const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))]
