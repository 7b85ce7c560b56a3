import Flatbush from 'flatbush'
import type { Ring } from '../drawing.ts'
import { PointInRing, type Side } from './point-in-ring.ts'
import { signedArea } from './ring.ts'

/** An outer ring and the holes right inside it. */
export type Nest = { outer: Ring; holes: Ring[] }

/**
 * Tells outer rings and holes apart by which lies in which, however they turn: what lies in no other or in two is
 * outer, what lies in one is its hole. No ring is lost or changed; nests come in the order of their outer rings.
 */
export const nestRings = (rings: readonly Ring[]): Nest[] => {
  if (rings.length === 1) return rings.map((outer) => ({ outer, holes: [] }))
  const parents = parentsOf(rings)
  const depths: number[] = []
  const depthOf = (index: number): number => {
    const chain: number[] = []
    for (let at = index; depths[at] === undefined; at = parents[at] ?? -1) {
      if (at < 0) break
      chain.push(at)
    }
    for (const at of chain.reverse()) depths[at] = (depths[parents[at] ?? -1] ?? -1) + 1
    return depths[index] ?? 0
  }
  const nests = new Map<number, Nest>()
  for (const [index, outer] of rings.entries())
    if (depthOf(index) % 2 === 0) nests.set(index, { outer, holes: [] })
  for (const [index, ring] of rings.entries())
    if (depthOf(index) % 2 === 1) nests.get(parents[index] ?? -1)?.holes.push(ring)
  return [...nests.values()]
}

/** For each ring the smallest that contains it, or -1. */
const parentsOf = (rings: readonly Ring[]): number[] => {
  const finders = rings.map((ring) => new PointInRing(ring))
  const areas = rings.map((ring) => Math.abs(signedArea(ring)))
  const tree = new Flatbush(rings.length)
  for (const { box } of finders) tree.add(...box)
  tree.finish()
  return rings.map((ring, index) => {
    const [x, y] = ring[0] ?? [Number.NaN, Number.NaN]
    const own = areas[index] ?? 0
    let parent = -1
    for (const other of tree.search(x, y, x, y)) {
      const area = areas[other] ?? 0
      const smaller = parent < 0 || area < (areas[parent] ?? 0)
      if (other !== index && area > own && smaller && contains(finders[other], ring)) parent = other
    }
    return parent
  })
}

/** Points asked of a ring that may lie inside: rings of one shape do not cross, or cross plainly. */
const mostAsked = 16

const contains = (finder: PointInRing | undefined, ring: Ring): boolean => {
  const step = Math.max(1, Math.floor(ring.length / mostAsked))
  const sides = new Set<Side | undefined>()
  for (let index = 0; index < ring.length; index += step) {
    const position = ring[index]
    if (position) sides.add(finder?.side(position))
    if (sides.has('outside')) return false
  }
  if (sides.has('inside')) return true
  // All on the edge: a ring that touches at every corner asked. The middles of its sides decide.
  return ring.some(([x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y]
    return finder?.side([(x + nx) / 2, (y + ny) / 2]) === 'inside'
  })
}
