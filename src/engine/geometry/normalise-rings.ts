import { signedArea } from './area.ts'
import { nestingOf } from './containment.ts'
import { indexEdges } from './edge-index.ts'
import { meshOf } from './mesh.ts'
import type { Position, Ring, Surface } from './position.ts'
import { differentAtLeast3 } from './ring-faults.ts'

/**
 * Surfaces for storing and drawing as RFC 7946 wants them: [outer, ...holes], closed, outer rings counter-clockwise,
 * holes clockwise. What is a hole in what is told by where the rings lie, whatever their order and direction; an island
 * in a hole is a surface of its own. No point is moved. Rings of fewer than three different points are left
 * out. For rings that `checkSurface` finds nothing wrong with; of others it makes the best it can.
 */
export function normaliseRings(rings: readonly Ring[]): Surface[] {
  const kept = rings.filter((ring) => differentAtLeast3(ring) && ring.flat().every(Number.isFinite))
  const mesh = meshOf(kept, () => false)
  const nestings = nestingOf(kept, mesh, indexEdges(mesh), { left: Number.POSITIVE_INFINITY })
  const surfaces = new Map<number, Surface>()
  const isHole = (at: number) => nestings !== false && (nestings[at]?.depth ?? 0) % 2 === 1
  for (const [at, ring] of kept.entries()) if (!isHole(at)) surfaces.set(at, [turned(ring, 1)])
  for (const [at, ring] of kept.entries()) {
    const parent = nestings && isHole(at) ? nestings[at]?.parent : undefined
    if (parent !== undefined) surfaces.get(parent)?.push(turned(ring, -1))
  }
  return [...surfaces.values()]
}

/** A copy, closed, running the way of the direction: 1 counter-clockwise. */
function turned(ring: Ring, direction: 1 | -1): Ring {
  const copy = ring.map(([x, y]): Position => [x, y])
  const [first] = copy
  const last = copy.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) copy.push([first[0], first[1]])
  return signedArea(copy) * direction < 0 ? copy.reverse() : copy
}
