import polylabel from 'polylabel'
import { boundsOf, contains, sideOfRing } from './inside.ts'
import type { Position, Ring, Surface } from './position.ts'

/** Share of the shorter side to which the place of a label is sought. */
const precision = 1 / 200
/** The search begins with squares of the shorter side: a sliver would have millions. */
const longestByShortest = 200

/** A point for the label of a surface [outer, ...holes], far from its edges and always inside; undefined if it has no inside. */
export function interiorPoint(rings: Readonly<Surface>): Position | undefined {
  const bounds = boundsOf(rings.slice(0, 1))
  if (!bounds) return undefined
  const [west, south, east, north] = bounds
  const size = Math.min(east - west, north - south)
  if (!(size > 0)) return undefined
  if (Math.max(east - west, north - south) / size > longestByShortest)
    return widestOnALine(rings, south, north)
  // Near the origin: at 40 million metres the centroid that the search begins with loses its digits.
  const near = rings.map((ring) => ring.map(([x, y]): Position => [x - west, y - south]))
  const [x, y] = polylabel(near, size * precision)
  const found: Position = [x + west, y + south]
  return isInside(rings, found) ? found : widestOnALine(rings, south, north)
}

const isInside = (rings: Readonly<Surface>, point: Position) =>
  contains(rings, point) && rings.every((ring) => sideOfRing(ring, point) !== 0)

/** The middle of the widest stretch inside on some level lines: for slivers that the search by cells misses. */
function widestOnALine(rings: Readonly<Surface>, south: number, north: number): Position | undefined {
  const levels = [...new Set(rings.flat().map(([, y]) => y))]
    .filter((y) => y >= south && y <= north)
    .sort((a, b) => a - b)
  const step = Math.max(1, Math.floor(levels.length / 100))
  let best: { width: number; point: Position } | undefined
  for (let at = 0; at + 1 < levels.length; at += step) {
    const y = ((levels[at] ?? 0) + (levels[at + 1] ?? 0)) / 2
    const crossed = rings.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b)
    for (let to = 0; to + 1 < crossed.length; to++) {
      const [from = 0, until = 0] = crossed.slice(to, to + 2)
      const point: Position = [(from + until) / 2, y]
      const width = until - from
      if (width > (best?.width ?? 0) && isInside(rings, point)) best = { width, point }
    }
  }
  return best?.point
}

function crossings(ring: Ring, y: number): number[] {
  return ring.flatMap(([bx, by], at) => {
    const [ax, ay] = ring.at(at - 1) as Position
    return ay > y !== by > y ? [ax + ((y - ay) * (bx - ax)) / (by - ay)] : []
  })
}
