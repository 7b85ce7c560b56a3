import type { Shape } from './shape.ts'

/** Steps of a tile’s side (Mapbox Vector Tile 2.1, extent). */
export const extent = 4096
/** How far what is drawn reaches over the edges of a tile, so that lines and labels meet there, in steps. */
export const margin = 64

/** Where a tile lies: steps = world × scale − offset. */
export type Frame = { scale: number; x: number; y: number }

type Points = [number, number][]

/** The rings of a shape in steps of a tile, cut at its margin; points nearer than `apart` to the last are left out. */
export function cutShape(shape: Shape, frame: Frame, apart: number): Points[] {
  const isWhole = isInside(shape, frame)
  const cut: Points[] = []
  let isLost = false
  for (const [index, ring] of shape.rings.entries()) {
    const isHole = shape.holes[index] ?? false
    // A hole goes with the ring it is in.
    if (isHole && isLost) continue
    const steps = toSteps(ring, frame)
    const clipped = isWhole ? steps : clip(steps)
    const thinned = thin(clipped, apart)
    // A strip is narrower than points are apart.
    const points = thinned.length < 3 ? thin(clipped, 1) : thinned
    if (!isHole) isLost = points.length < 3
    if (points.length > 2) cut.push(points)
  }
  return cut
}

/** The point of a shape that is one, in steps. */
export function pointOf({ rings: [ring] }: Shape, { scale, x, y }: Frame): [number, number] {
  const [east = 0, south = 0] = ring ?? []
  return [Math.round(east * scale - x), Math.round(south * scale - y)]
}

const isInside = ({ west, north, east, south }: Shape, { scale, x, y }: Frame) =>
  west * scale - x >= -margin &&
  north * scale - y >= -margin &&
  east * scale - x <= extent + margin &&
  south * scale - y <= extent + margin

function toSteps(ring: Float64Array, { scale, x, y }: Frame): Float64Array {
  const steps = new Float64Array(ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    steps[at] = (ring[at] ?? 0) * scale - x
    steps[at + 1] = (ring[at + 1] ?? 0) * scale - y
  }
  return steps
}

/** A ring within the margin: cut at one side after another (Sutherland and Hodgman, 1974). */
function clip(ring: Float64Array): Float64Array {
  let points = ring
  for (const axis of [0, 1] as const) {
    points = clipSide(points, axis, -margin, 1)
    points = clipSide(points, axis, extent + margin, -1)
  }
  return points
}

function clipSide(ring: Float64Array, axis: 0 | 1, edge: number, inwards: 1 | -1): Float64Array {
  const { length } = ring
  const kept = new Float64Array(length * 2)
  let end = 0
  for (let at = 0, before = length - 2; at < length; before = at, at += 2) {
    const from = ((ring[before + axis] ?? 0) - edge) * inwards
    const to = ((ring[at + axis] ?? 0) - edge) * inwards
    if (from >= 0 !== to >= 0) {
      const share = from / (from - to)
      const [x = 0, y = 0] = [ring[before], ring[before + 1]]
      kept[end] = x + ((ring[at] ?? 0) - x) * share
      kept[end + 1] = y + ((ring[at + 1] ?? 0) - y) * share
      kept[end + axis] = edge
      end += 2
    }
    if (to >= 0) {
      kept[end] = ring[at] ?? 0
      kept[end + 1] = ring[at + 1] ?? 0
      end += 2
    }
  }
  return kept.subarray(0, end)
}

/** In whole steps. What would be left of a ring in fewer than three points is nothing. */
function thin(ring: Float64Array, apart: number): Points {
  const points: Points = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [Math.round(ring[at] ?? 0), Math.round(ring[at + 1] ?? 0)]
    if (Math.abs(x - lastX) < apart && Math.abs(y - lastY) < apart) continue
    points.push([x, y])
    lastX = x
    lastY = y
  }
  const [first] = points
  // The last may lie on the first.
  while (
    first &&
    points.length > 1 &&
    Math.abs(first[0] - lastX) < apart &&
    Math.abs(first[1] - lastY) < apart
  ) {
    points.pop()
    ;[lastX, lastY] = points.at(-1) ?? first
  }
  return points
}
