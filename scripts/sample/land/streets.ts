import { intersection } from '../../../src/engine/geometry/overlay.ts'
import type { Position, Ring } from '../../../src/engine/geometry/position.ts'
import type { Luck } from '../random.ts'
import { areaOf, inset } from './rings.ts'

/** Land between streets. `whole`: no border cuts it. Metres along the streets. */
export type Block = { column: number; row: number; ring: Ring; whole: boolean }
/** Metres from street to street, along and across. */
export type Pattern = { along: number; across: number }

/** How far a crossing may stand off the regular grid, as a share of the distance between streets. */
const irregularity = 0.09
/** Ordinary streets, main roads, and canals with their banks. */
const widths = [20, 20, 24, 36, 20, 24, 64]
/** What a border cuts off is built upon only where it is neither small nor thin. */
const smallest = 13_400
const leastCompact = 0.48

/** The blocks of an area whose outline (counter-clockwise, along the streets) is given. */
export const blocksOf = (outline: Ring, { along, across }: Pattern, chance: Luck): Block[] => {
  const edges = streets(outline, 0, along)
  const rows = streets(outline, 1, across)
  const crossings = rows.map((v) =>
    edges.map((u): Position => [u + stray(along, chance), v + stray(across, chance)]),
  )
  const widthOf = (street: number) => widths[street % widths.length] ?? 20
  return rows.slice(1).flatMap((_, row) =>
    edges.slice(1).flatMap((_, column): Block[] => {
      const corners = cornersOf(crossings, column, row, 1)
      const ring = inset(
        corners,
        (edge) =>
          ([widthOf(row + 3), widthOf(column + 1), widthOf(row + 4), widthOf(column)][edge] ?? 20) / 2,
      )
      return cut(outline, ring).map((part) => ({ column: column + 1, row: row + 1, ...part }))
    }),
  )
}

const cornersOf = (crossings: readonly Ring[], column: number, row: number, size: number): Ring =>
  (
    [
      [row, column],
      [row, column + size],
      [row + 1, column + size],
      [row + 1, column],
    ] as const
  ).map(([v, u]) => crossings[v]?.[u] ?? [0, 0])

const stray = (distance: number, chance: Luck) => (chance.part() * 2 - 1) * distance * irregularity

const streets = (outline: Ring, axis: 0 | 1, distance: number): number[] => {
  const values = outline.map((point) => point[axis])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const count = Math.ceil((high - low) / distance) + 1
  const start = (low + high) / 2 - (count / 2) * distance
  return Array.from({ length: count + 1 }, (_, at) => start + at * distance)
}

const cut = (outline: Ring, ring: Ring): { ring: Ring; whole: boolean }[] => {
  const inside = intersection([[outline]], [[ring]])
  if (!inside.ok) throw new Error(`A block could not be cut: ${inside.code} ${inside.value}`)
  const parts = inside.surfaces.flatMap(([outer]) => (outer ? [open(outer)] : []))
  const [only] = parts
  if (only && parts.length === 1 && areaOf(ring) - areaOf(only) < 0.01) return [{ ring, whole: true }]
  return parts.filter(isUseful).map((part) => ({ ring: part, whole: false }))
}

const open = (ring: Ring): Ring => {
  const [first, last] = [ring[0], ring.at(-1)]
  return first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring
}

const isUseful = (ring: Ring) => {
  const round = ring.reduce((sum, [x, y], at) => {
    const [bx, by] = ring.at(at - 1) ?? [x, y]
    return sum + Math.hypot(x - bx, y - by)
  }, 0)
  const area = areaOf(ring)
  return area > smallest && (4 * Math.PI * area) / round ** 2 > leastCompact
}
