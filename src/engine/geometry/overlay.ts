import {
  difference as clipDifference,
  intersection as clipIntersection,
  union as clipUnion,
} from 'polyclip-ts'
import { planarArea } from './area.ts'
import { checkCrossings } from './crossings.ts'
import { type Budget, indexEdges } from './edge-index.ts'
import { boundsOf, boundsTouch } from './inside.ts'
import { meshOf } from './mesh.ts'
import type { Position, Surface } from './position.ts'

/** Surfaces of one thing that do not overlap each other, in metres on the plane of the survey. */
export type Area = readonly Readonly<Surface>[]
export type OverlayFailure = {
  ok: false
  /** `too_many_points`, `too_tangled`: more than can be laid over each other in seconds, `value` is the limit. */
  code: 'no_number' | 'too_many_points' | 'too_tangled' | 'failed' | 'implausible'
  value: string
}
export type Overlaid = { ok: true; surfaces: Surface[] } | OverlayFailure
export type AreaAnswer = { ok: true; areaM2: number } | OverlayFailure

/** A thousandth of a millimetre: finer than any survey, coarse enough that edges meant to meet do. */
const grid = 1e6
const pointsAtMost = 50_000
const crossingsAtMost = 50_000
/** ㎡ that snapping and rounding may add to a result, as a share of the areas and per result. */
const tolerance = 1e-6

const operations = { intersection: clipIntersection, union: clipUnion, difference: clipDifference }
type Operation = keyof typeof operations

export const areaOf = (area: Area): number => area.reduce((sum, surface) => sum + planarArea(surface), 0)

/** What both have in common. Surfaces must be without faults; an answer whose area cannot be right is a failure. */
export const intersection = (a: Area, b: Area): Overlaid =>
  mayMeet(a, b) ? overlay('intersection', a, b) : { ok: true, surfaces: [] }

/** ㎡ of what both have in common. */
export function intersectionArea(a: Area, b: Area): AreaAnswer {
  const common = intersection(a, b)
  return common.ok ? { ok: true, areaM2: areaOf(common.surfaces) } : common
}

/** All of them as one: edges between neighbours go. */
export const union = (a: Area, ...others: Area[]): Overlaid => overlay('union', a, ...others)

/** What of the first is in none of the others. */
export const difference = (a: Area, ...others: Area[]): Overlaid =>
  overlay('difference', a, ...others.filter((other) => mayMeet(a, other)))

/**
 * What a surface that crosses itself could have been meant as: a bow-tie becomes two triangles. A proposal for a person
 * to look at, never to be taken unasked.
 */
export const untangle = (rings: Readonly<Surface>): Overlaid => run('union', [[rings]])

function mayMeet(a: Area, b: Area): boolean {
  const [one, other] = [boundsOf(a.flat()), boundsOf(b.flat())]
  return one !== undefined && other !== undefined && boundsTouch(one, other)
}

function overlay(operation: Operation, a: Area, ...others: Area[]): Overlaid {
  const made = run(operation, [a, ...others])
  return !made.ok || isPlausible(operation, a, others, areaOf(made.surfaces)) ? made : failed('implausible')
}

const failed = (code: OverlayFailure['code'], value: string | number = ''): OverlayFailure => ({
  ok: false,
  code,
  value: String(value),
})

function run(operation: Operation, areas: readonly Area[]): Overlaid {
  const rings = areas.flat(2)
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (points > pointsAtMost) return failed('too_many_points', pointsAtMost)
  if (rings.flat(2).some((value) => !Number.isFinite(value))) return failed('no_number')
  const bounds = boundsOf(rings)
  if (!bounds) return { ok: true, surfaces: [] }
  if (isTangled(areas)) return failed('too_tangled', crossingsAtMost)
  const [x0, y0] = [Math.floor(bounds[0]), Math.floor(bounds[1])]
  const snap = ([x, y]: Position): Position => [
    Math.round((x - x0) * grid) / grid,
    Math.round((y - y0) * grid) / grid,
  ]
  const [first = [], ...rest] = areas.map((area) =>
    area.map((surface) => surface.map((ring) => ring.map(snap))),
  )
  try {
    const surfaces = operations[operation](first, ...rest)
      .map((surface) => surface.map((ring) => ring.map(([x, y]): Position => [x + x0, y + y0])))
      .filter((surface) => planarArea(surface) > 0)
    return { ok: true, surfaces }
  } catch (error) {
    // The sweep of the library can lose its order where edges all but coincide.
    return failed('failed', error instanceof Error ? error.message.slice(0, 80) : '')
  }
}

/** The time goes with the crossings; counting them is cheap. */
function isTangled(areas: readonly Area[]): boolean {
  const mesh = meshOf(areas.flat(2), () => false)
  const budget: Budget = { left: 300_000_000 }
  let crossings = 0
  checkCrossings(mesh, indexEdges(mesh), budget, () => {
    if (++crossings > crossingsAtMost) budget.left = -1
  })
  return budget.left < 0
}

function isPlausible(operation: Operation, a: Area, others: readonly Area[], area: number): boolean {
  const own = areaOf(a)
  const theirs = others.map(areaOf)
  const sum = theirs.reduce((total, one) => total + one, own)
  const slack = tolerance * (1 + sum)
  if (operation === 'intersection') return area <= Math.min(own, ...theirs) + slack
  if (operation === 'difference') return area <= own + slack && area >= 2 * own - sum - slack
  const largest = Math.max(0, ...[a, ...others].flat().map(planarArea))
  return area <= sum + slack && area >= largest - slack
}
