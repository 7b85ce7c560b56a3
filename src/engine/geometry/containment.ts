import { signedArea } from './area.ts'
import type { Budget, EdgeIndex } from './edge-index.ts'
import { sideOfRing } from './inside.ts'
import { interiorPoint } from './interior-point.ts'
import { type Mesh, pointOf } from './mesh.ts'
import { orientation } from './orientation.ts'
import type { Position, Ring } from './position.ts'

/** In how many rings a ring lies, and the smallest of them. Even: an outer ring; odd: a hole in its parent. */
export type Nesting = { depth: number; parent?: number }

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
  const nestings: (Nesting | undefined)[] = []
  for (const at of rings.keys()) {
    const start = mesh.starts[at] as number
    if (start === mesh.starts[at + 1]) {
      nestings.push(undefined)
      continue
    }
    const around = ringsAround(mesh, index, start, budget)
    if (budget.left < 0) return false
    const own = areas[at] ?? 0
    let inner: Position | undefined
    const within = [...around].flatMap(([ring, side]) => {
      if (ring === at || own >= (areas[ring] ?? 0) || side === 'outside') return []
      if (side === 'inside') return [ring]
      // Its first point lies on the other's line: a point inside it tells.
      inner ??= interiorPoint([rings[at] as Ring])
      budget.left -= rings[ring]?.length ?? 0
      return inner && sideOfRing(rings[ring] as Ring, inner) > 0 ? [ring] : []
    })
    const parent = within.sort((a, b) => (areas[a] ?? 0) - (areas[b] ?? 0))[0]
    nestings.push({ depth: within.length, ...(parent === undefined ? {} : { parent }) })
  }
  return nestings
}

type Side = 'inside' | 'outside' | 'on'

/** Which rings a ray from the point to the east meets an odd number of times. */
function ringsAround(
  mesh: Mesh,
  { boxes, from, to }: EdgeIndex,
  at: number,
  budget: Budget,
): Map<number, Side> {
  const sides = new Map<number, Side>()
  const [x, y] = pointOf(mesh, at)
  if (!boxes) return sides
  for (const block of boxes.search(x, y, Number.POSITIVE_INFINITY, y)) {
    const [first, end] = [from[block] as number, to[block] as number]
    const ring = mesh.ring[first] as number
    budget.left -= end - first
    if (budget.left < 0) return sides
    if (ring === mesh.ring[at]) continue
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
