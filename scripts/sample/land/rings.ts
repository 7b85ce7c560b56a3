import { signedArea } from '../../../src/engine/geometry/area.ts'
import type { Position, Ring } from '../../../src/engine/geometry/position.ts'

/** Rings here are counter-clockwise and not closed, in metres. */
export const areaOf = (ring: Ring): number => Math.abs(signedArea(ring))

/** Each edge moved inwards by its distance; for rings whose corners are neither sharp nor close together. */
export const inset = (ring: Ring, distances: (edge: number) => number): Ring => {
  const lines = ring.map((from, at) => movedIn(from, ring[(at + 1) % ring.length] ?? from, distances(at)))
  return lines.map((line, at) => meeting(lines.at(at - 1) ?? line, line))
}

type Line = { from: Position; way: Position }

const movedIn = ([ax, ay]: Position, [bx, by]: Position, distance: number): Line => {
  const length = Math.hypot(bx - ax, by - ay)
  const way: Position = [(bx - ax) / length, (by - ay) / length]
  return { from: [ax - way[1] * distance, ay + way[0] * distance], way }
}

const meeting = (a: Line, b: Line): Position => {
  const cross = a.way[0] * b.way[1] - a.way[1] * b.way[0]
  if (Math.abs(cross) < 1e-6) return b.from
  const along = ((b.from[0] - a.from[0]) * b.way[1] - (b.from[1] - a.from[1]) * b.way[0]) / cross
  return [a.from[0] + a.way[0] * along, a.from[1] + a.way[1] * along]
}

/** The part of a convex ring where the coordinate (0 or 1) is below the limit, or above it. */
export const half = (ring: Ring, axis: 0 | 1, limit: number, below: boolean): Ring =>
  ring.flatMap((point, at) => {
    const before = ring.at(at - 1) ?? point
    const isIn = ([...pair]: Position) => pair[axis] < limit === below
    const crossed = isIn(point) !== isIn(before) ? [crossing(before, point, axis, limit)] : []
    return isIn(point) ? [...crossed, point] : crossed
  })

const crossing = (a: Position, b: Position, axis: 0 | 1, limit: number): Position => {
  // From the same end whichever way the edge is walked, so that both halves get the same point.
  const [from, to] = a[axis] < b[axis] ? [a, b] : [b, a]
  const part = (limit - from[axis]) / (to[axis] - from[axis])
  const point: Position = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
  point[axis] = limit
  return point
}
