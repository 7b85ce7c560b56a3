import Flatbush from 'flatbush'
import { signedArea } from './area.ts'
import { type Budget, boundsOfEdges, type EdgeIndex } from './edge-index.ts'
import { sideOfRing } from './inside.ts'
import { interiorPoint } from './interior-point.ts'
import { type Mesh, pointOf } from './mesh.ts'
import { orientation } from './orientation.ts'
import type { Bounds, Position, Ring } from './position.ts'

/** In how many rings a ring lies, and the smallest of them. Even: an outer ring; odd: a hole in its parent. */
export type Nesting = { depth: number; parent?: number }

/** A ring that may lie around another costs so many edges. */
const costOfCandidate = 20

/**
 * Nesting by where the rings lie, whatever their order and direction; undefined for rings without edges. Only right
 * where rings do not cross; of two identical rings neither lies in the other. False: the budget did not suffice.
 */
export function nestingOf(
  rings: readonly Ring[],
  mesh: Mesh,
  index: EdgeIndex,
  budget: Budget,
): (Nesting | undefined)[] | false {
  const areas = rings.map((ring) => Math.abs(signedArea(ring)))
  const size = (at: number) => areas[at] ?? 0
  const aroundOf = searchAround(mesh)
  const nestings: (Nesting | undefined)[] = []
  for (const at of rings.keys()) {
    const start = mesh.starts[at] as number
    if (start === mesh.starts[at + 1]) {
      nestings.push(undefined)
      continue
    }
    const candidates = new Set(aroundOf(at).filter((ring) => size(ring) > size(at)))
    budget.left -= candidates.size * costOfCandidate
    const sides =
      candidates.size > 0 ? sidesOf(mesh, index, start, candidates, budget) : new Map<number, Side>()
    if (budget.left < 0) return false
    let inner: Position | undefined
    const within = [...sides].flatMap(([ring, side]) => {
      if (side !== 'on') return side === 'inside' ? [ring] : []
      // Its first point lies on the other's line: a point inside it tells.
      inner ??= interiorPoint([rings[at] as Ring])
      budget.left -= rings[ring]?.length ?? 0
      return inner && sideOfRing(rings[ring] as Ring, inner) > 0 ? [ring] : []
    })
    const [first] = within
    const parent =
      first === undefined ? {} : { parent: within.reduce((a, b) => (size(b) < size(a) ? b : a), first) }
    nestings.push({ depth: within.length, ...parent })
  }
  return nestings
}

/** The rings whose bounds lie around those of a ring. */
function searchAround(mesh: Mesh): (ring: number) => number[] {
  const bounds = Array.from({ length: mesh.starts.length - 1 }, (_, ring): Bounds | undefined => {
    const [from, to] = [mesh.starts[ring] as number, mesh.starts[ring + 1] as number]
    return to > from ? boundsOfEdges(mesh, from, to) : undefined
  })
  const numbered = bounds.flatMap((one, ring) => (one ? [{ one, ring }] : []))
  if (numbered.length === 0) return () => []
  const boxes = new Flatbush(numbered.length)
  for (const { one } of numbered) boxes.add(...one)
  boxes.finish()
  return (ring) => {
    const [west, south, east, north] = bounds[ring] as Bounds
    const isAround = (_: number, w: number, s: number, e: number, n: number) =>
      w <= west && s <= south && e >= east && n >= north
    return boxes.search(west, south, east, north, isAround).map((at) => numbered[at]?.ring ?? 0)
  }
}

type Side = 'inside' | 'outside' | 'on'

/** On which side of each candidate a point lies: whether a ray to the east meets it an odd number of times. */
function sidesOf(
  mesh: Mesh,
  { boxes, from, to }: EdgeIndex,
  at: number,
  candidates: ReadonlySet<number>,
  budget: Budget,
): Map<number, Side> {
  const sides = new Map<number, Side>()
  const [x, y] = pointOf(mesh, at)
  const isCandidate = (block: number) => candidates.has(mesh.ring[from[block] as number] as number)
  for (const block of boxes?.search(x, y, Number.POSITIVE_INFINITY, y, isCandidate) ?? []) {
    const [first, end] = [from[block] as number, to[block] as number]
    const ring = mesh.ring[first] as number
    budget.left -= costOfCandidate + end - first
    if (budget.left < 0) return sides
    let side = sides.get(ring) ?? 'outside'
    for (let edge = first; edge < end && side !== 'on'; edge++) side = passed(mesh, edge, x, y, side)
    sides.set(ring, side)
  }
  return sides
}

function passed(mesh: Mesh, edge: number, x: number, y: number, side: Side): Side {
  const [ax, ay] = pointOf(mesh, edge)
  const [bx, by] = pointOf(mesh, mesh.next[edge] as number)
  if (x > ax && x > bx) return side
  if (ay > y !== by > y) {
    const turn = orientation(ax, ay, bx, by, x, y)
    if (turn === 0) return 'on'
    return turn > 0 === by > ay ? (side === 'inside' ? 'outside' : 'inside') : side
  }
  if (ay === y && by === y) return x >= Math.min(ax, bx) ? 'on' : side
  return (ay === y && ax === x) || (by === y && bx === x) ? 'on' : side
}
