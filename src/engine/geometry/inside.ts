import { orientation } from './orientation.ts'
import type { Bounds, Position, Ring, Surface } from './position.ts'

/** 1 inside, 0 on the line, -1 outside; closed or not, whatever the direction. A ring that crosses itself: even-odd. */
export function sideOfRing(ring: Ring, [x, y]: Position): -1 | 0 | 1 {
  let inside = false
  let before = ring.at(-1)
  for (const point of ring) {
    const [ax, ay] = before as Position
    const [bx, by] = point
    before = point
    if (x > ax && x > bx) continue
    if (ay > y !== by > y) {
      const side = orientation(ax, ay, bx, by, x, y)
      if (side === 0) return 0
      if (side > 0 === by > ay) inside = !inside
    } else if ((ay === y || by === y) && isOn(ax, ay, bx, by, x, y)) return 0
  }
  return inside ? 1 : -1
}

const isOn = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
  x >= Math.min(ax, bx) &&
  x <= Math.max(ax, bx) &&
  y >= Math.min(ay, by) &&
  y <= Math.max(ay, by) &&
  orientation(ax, ay, bx, by, x, y) === 0

/** Inside a surface [outer, ...holes]; its boundary, that of its holes too, counts as inside. */
export function contains([outer, ...holes]: Readonly<Surface>, point: Position): boolean {
  if (!outer || sideOfRing(outer, point) < 0) return false
  return holes.every((hole) => sideOfRing(hole, point) <= 0)
}

/** Which of the points (of labels, of parcels) lie within a line drawn around them, closed or not, by their place in the list. */
export const ringsWithin = (lasso: Ring, points: readonly Position[]): number[] =>
  points.flatMap((point, at) => (sideOfRing(lasso, point) >= 0 ? [at] : []))

/** [west, south, east, north]; undefined without points. */
export function boundsOf(rings: readonly Ring[]): Bounds | undefined {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x, y] of ring) {
      if (x < bounds[0]) bounds[0] = x
      if (y < bounds[1]) bounds[1] = y
      if (x > bounds[2]) bounds[2] = x
      if (y > bounds[3]) bounds[3] = y
    }
  return bounds[0] <= bounds[2] ? bounds : undefined
}

export const boundsTouch = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
