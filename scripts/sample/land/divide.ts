import type { Position, Ring } from '../../../src/engine/geometry/position.ts'
import { areaOf, half } from './rings.ts'

/**
 * A convex ring cut along the streets into parts of these areas, in their order; what is left over or missing goes to
 * the last. Neighbours in the list become neighbours on the ground.
 */
export const divide = (ring: Ring, areas: readonly number[]): Ring[] => {
  if (areas.length < 2) return [ring]
  const [at, first] = balanced(areas)
  const width = (axis: 0 | 1) => {
    const values = ring.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  }
  const axis = width(0) >= width(1) ? 0 : 1
  const limit = limitFor(ring, axis, first)
  return [
    ...divide(half(ring, axis, limit, true), areas.slice(0, at)),
    ...divide(half(ring, axis, limit, false), areas.slice(at)),
  ]
}

/** Where the list is cut so that both sides come nearest to each other, and the area before. */
const balanced = (areas: readonly number[]): [at: number, before: number] => {
  const whole = areas.reduce((sum, area) => sum + area, 0)
  let [best, sum] = [{ at: 1, before: areas[0] ?? 0 }, 0]
  for (const [index, area] of areas.slice(0, -1).entries()) {
    sum += area
    if (Math.abs(whole / 2 - sum) < Math.abs(whole / 2 - best.before)) best = { at: index + 1, before: sum }
  }
  return [best.at, best.before]
}

const limitFor = (ring: Ring, axis: 0 | 1, area: number): number => {
  const values = ring.map((point) => point[axis])
  let [low, high] = [Math.min(...values), Math.max(...values)]
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (areaOf(half(ring, axis, middle, true)) < area) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Rounding moves a point less than this beside the edge on which it lies. */
const near = 0.002

/** Where a corner of one ring lies on the edge of another, the other gets it too: their common line is then the same. */
export const jointed = (rings: readonly Ring[]): Ring[] => {
  const corners = [...new Map(rings.flat().map((point) => [point.join(), point])).values()]
  return rings.map((ring) =>
    ring.flatMap((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from
      const between = corners.flatMap((corner) => {
        const along = placeOnEdge(from, to, corner)
        return along === undefined ? [] : [{ corner, along }]
      })
      return [from, ...between.sort((a, b) => a.along - b.along).map(({ corner }) => corner)]
    }),
  )
}

const placeOnEdge = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number | undefined => {
  const length = Math.hypot(bx - ax, by - ay)
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  const off = Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length
  return off < near && along > near && along < length - near ? along : undefined
}
