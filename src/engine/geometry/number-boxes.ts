import { type Box, keyOf, type Pattern, patternsOf } from './number-patterns.ts'
import type { Position, Ring } from './position.ts'

/** Where a point stands, as a person counts, from 1. */
export type Spot = { ring: number; point: number; position: Position }

/** Calls for every point; those that are no numbers go to the second function. */
function eachPoint(rings: readonly Ring[], use: (spot: Spot) => void, odd: (spot: Spot) => void) {
  for (const [ring, points] of rings.entries())
    for (const [point, position] of points.entries()) {
      const spot = { ring: ring + 1, point: point + 1, position }
      if (position.every(Number.isFinite)) use(spot)
      else odd(spot)
    }
}

/** The numbers' ranges; undefined if there are none. */
export function boxOf(rings: readonly Ring[], odd: (spot: Spot) => void): Box | undefined {
  let box: Box | undefined
  eachPoint(
    rings,
    ({ position }) => {
      box = box ? widened(box, position) : pointBox(position)
    },
    odd,
  )
  return box
}

const pointBox = ([a, b]: Position): Box => ({ first: [a, a], second: [b, b] })

function widened(box: Box, [a, b]: Position): Box {
  const { first, second } = box
  if (a < first[0]) first[0] = a
  if (a > first[1]) first[1] = a
  if (b < second[0]) second[0] = b
  if (b > second[1]) second[1] = b
  return box
}

export const joined = (a: Box, b: Box): Box =>
  widened(widened(a, [b.first[0], b.second[0]]), [b.first[1], b.second[1]])

/**
 * For a shape whose numbers are not all of one kind: the kind of most of its points with their box; the others go to
 * the function. Undefined if most are of no kind.
 */
export function majorityOf(
  rings: readonly Ring[],
  northFirst: boolean,
  odd: (spot: Spot) => void,
): { patterns: Pattern[]; box: Box } | undefined {
  const kinds = new Map<string, { patterns: Pattern[]; box: Box; points: number }>()
  const keys = ({ position }: Spot) => patternsOf(pointBox(position), northFirst)
  const ignore = () => undefined
  eachPoint(
    rings,
    (spot) => {
      const patterns = keys(spot)
      const key = patterns[0] ? keyOf(patterns[0]) : ''
      const kind = kinds.get(key)
      if (kind) {
        widened(kind.box, spot.position)
        kind.points++
      } else kinds.set(key, { patterns, box: pointBox(spot.position), points: 1 })
    },
    ignore,
  )
  const [most] = [...kinds].sort(([, a], [, b]) => b.points - a.points)
  if (!most || most[0] === '') return undefined
  eachPoint(
    rings,
    (spot) => {
      const [pattern] = keys(spot)
      if (!pattern || keyOf(pattern) !== most[0]) odd(spot)
    },
    ignore,
  )
  return most[1]
}
