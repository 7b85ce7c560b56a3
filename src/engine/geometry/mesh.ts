import type { Position, Ring } from './position.ts'

/**
 * All edges of some rings in flat arrays: edge i runs from point i to point next[i]. Without the closing points and
 * without points that only repeat the one before; rings that enclose nothing have no edges.
 */
export type Mesh = {
  xs: Float64Array
  ys: Float64Array
  next: Int32Array
  /** The ring of each point, from 0, and the point's number in it as a person counts, from 1. */
  ring: Int32Array
  number: Int32Array
  /** Where each ring begins; one more at the end. */
  starts: Int32Array
}

export const pointOf = (mesh: Mesh, at: number): Position => [mesh.xs[at] as number, mesh.ys[at] as number]

export function before(mesh: Mesh, at: number): number {
  const ring = mesh.ring[at] as number
  return (at === mesh.starts[ring] ? (mesh.starts[ring + 1] as number) : at) - 1
}

/** `skip`: rings to leave without edges. */
export function meshOf(rings: readonly Ring[], skip: (ring: number) => boolean): Mesh {
  const size = rings.reduce((sum, ring, at) => sum + (skip(at) ? 0 : ring.length), 0)
  const mesh: Mesh = {
    xs: new Float64Array(size),
    ys: new Float64Array(size),
    next: new Int32Array(size),
    ring: new Int32Array(size),
    number: new Int32Array(size),
    starts: new Int32Array(rings.length + 1),
  }
  let end = 0
  for (const [at, ring] of rings.entries()) {
    mesh.starts[at] = end
    if (!skip(at)) end = addRing(mesh, ring, at, end)
  }
  mesh.starts[rings.length] = end
  return mesh
}

function addRing(mesh: Mesh, ring: Ring, at: number, start: number): number {
  let end = start
  for (const [number, [x, y]] of ring.entries()) {
    if (end > start && x === mesh.xs[end - 1] && y === mesh.ys[end - 1]) continue
    mesh.xs[end] = x
    mesh.ys[end] = y
    mesh.ring[end] = at
    mesh.number[end] = number + 1
    mesh.next[end] = end + 1
    end++
  }
  while (end - 1 > start && mesh.xs[end - 1] === mesh.xs[start] && mesh.ys[end - 1] === mesh.ys[start]) end--
  if (end > start) mesh.next[end - 1] = start
  return end
}
