import geographic from 'geographiclib-geodesic'
import { muFromSquareMetres } from '../../shared/area.ts'
import { type Decimal, decimalFromNumber, roundDecimal } from '../../shared/decimal.ts'
import type { Position, Ring } from './position.ts'

/** The ellipsoid of CGCS2000. */
export const ellipsoid = new geographic.Geodesic.Geodesic(6378137, 1 / 298.257222101)
const squareMetreDigits = 4

/**
 * Signed area of a ring in the squares of its unit, counter-clockwise positive; closed or not. Taken relative to the
 * first point: eastings of 40 million would else eat the digits that count.
 */
export function signedArea(ring: Ring): number {
  const [origin] = ring
  if (!origin) return 0
  const [x0, y0] = origin
  let twice = 0
  let lost = 0
  for (let at = 1; at + 1 < ring.length; at++) {
    const [x1, y1] = ring[at] as Position
    const [x2, y2] = ring[at + 1] as Position
    const term = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) - lost
    const sum = twice + term
    lost = sum - twice - term
    twice = sum
  }
  return twice / 2
}

/** ㎡ on the plane of the survey, the area that counts in law: the first ring less the others, whatever their direction. */
export const planarArea = (rings: readonly Ring[]): number =>
  lessHoles(rings.map((ring) => Math.abs(signedArea(ring))))

/** ㎡ on the ellipsoid of CGCS2000, edges along geodesics, for comparison; rings in degrees [lon, lat]. */
export const ellipsoidalArea = (rings: readonly Ring[]): number => lessHoles(rings.map(ringOnEllipsoid))

/** ㎡ to 4 decimals, half up, for storing; undefined for what is no number. */
export function squareMetresText(area: number): Decimal | undefined {
  const decimal = decimalFromNumber(area)
  return decimal && roundDecimal(decimal, squareMetreDigits)
}

/** The same in 亩. */
export function muText(area: number): Decimal | undefined {
  const squareMetres = squareMetresText(area)
  return squareMetres && muFromSquareMetres(squareMetres)
}

const lessHoles = ([outer = 0, ...holes]: number[]) => holes.reduce((rest, hole) => rest - hole, outer)

function ringOnEllipsoid(ring: Ring): number {
  const polygon = ellipsoid.Polygon(false)
  for (const [lon, lat] of ring) polygon.AddPoint(lat, lon)
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN)
}
