import { type Nesting, nestingOf } from './containment.ts'
import { checkCrossings } from './crossings.ts'
import { type Budget, indexEdges } from './edge-index.ts'
import type { Fault } from './faults.ts'
import { identicalRings } from './identical.ts'
import { meshOf, pointOf } from './mesh.ts'
import type { Ring } from './position.ts'
import { checkForm, checkPoints } from './ring-faults.ts'
import { type Told, teller } from './told.ts'

export type Role = 'outer' | 'hole'

/** Pairs of edges; a clean million of points takes some forty million. */
const pairsAtMost = 1_000_000_000

/**
 * What is wrong with the rings of one surface, each with its place; empty if nothing is. Of each kind twenty are told,
 * with the count of all. `roles` says what the file takes each ring for; left out, the ring around the first one (or
 * itself) is the outer ring and all others are holes. Rings may touch in single points.
 */
export function checkSurface(
  rings: readonly Ring[],
  roles?: readonly Role[],
  budget: Budget = { left: pairsAtMost },
): Told<Fault>[] {
  const { tell, all } = teller<Fault>()
  const broken = new Set(rings.flatMap((ring, at) => (checkPoints(ring, at + 1, tell) ? [] : [at])))
  const whole = meshOf(rings, (ring) => broken.has(ring))
  for (const at of rings.keys()) checkForm(whole, at, tell)
  const twins = identicalRings(whole)
  for (const [ring, other] of twins)
    tell({
      code: 'identical_ring',
      ring: ring + 1,
      point: 1,
      at: pointOf(whole, whole.starts[ring] as number),
      other: { ring: other + 1 },
    })
  const mesh = twins.size > 0 ? meshOf(rings, (ring) => broken.has(ring) || twins.has(ring)) : whole
  const index = indexEdges(mesh)
  const crossed = new Set<number>()
  checkCrossings(mesh, index, budget, (fault) => {
    tell(fault)
    if (fault.code === 'rings_cross') crossed.add(fault.ring - 1).add((fault.other?.ring ?? 0) - 1)
  })
  if (rings.length > 1 && budget.left >= 0) {
    const nestings = nestingOf(rings, mesh, index, budget)
    if (nestings) tellNesting(rings, nestings, roles, crossed, tell)
    else tell({ code: 'not_finished', ring: 1 })
  }
  return all()
}

function tellNesting(
  rings: readonly Ring[],
  nestings: readonly (Nesting | undefined)[],
  roles: readonly Role[] | undefined,
  crossed: ReadonlySet<number>,
  tell: (fault: Fault) => void,
) {
  let outermost = nestings.findIndex((nesting) => nesting !== undefined)
  for (let parent = nestings[outermost]?.parent; parent !== undefined; parent = nestings[outermost]?.parent)
    outermost = parent
  for (const [at, nesting] of nestings.entries()) {
    // Where rings cross, what lies in what is not to be said.
    if (!nesting || crossed.has(at)) continue
    const { depth, parent } = nesting
    const isHole = roles ? roles[at] === 'hole' : at !== outermost
    const place = { ring: at + 1, point: 1, ...(rings[at]?.[0] ? { at: rings[at][0] } : {}) }
    const other = parent === undefined ? {} : { other: { ring: parent + 1 } }
    if (isHole && depth === 0) tell({ code: 'hole_outside', ...place })
    else if (isHole && depth % 2 === 0) tell({ code: 'hole_in_hole', ...place, ...other })
    else if (!isHole && depth % 2 === 1) tell({ code: 'outer_in_outer', ...place, ...other })
  }
}
