import type { Position } from '../../../engine/geometry/position.ts'

const mostPoints = 400

/** A lasso as an address carries it, `lon,lat;lon,lat;…`: a closed ring, or undefined for what is none. */
export function readLasso(text: string): Position[] | undefined {
  const points = text.split(';').map((pair) => pair.split(',').map(numberOf))
  if (points.length < 3 || points.length > mostPoints) return undefined
  const isPlace = ([lon = Number.NaN, lat = Number.NaN, ...more]: number[]) =>
    more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  if (!points.every(isPlace)) return undefined
  return [...points, points[0]] as Position[]
}

/** A blank is no number, though JavaScript would read it as 0. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

export const writeLasso = (ring: readonly (readonly [number, number])[]) =>
  ring.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';')
