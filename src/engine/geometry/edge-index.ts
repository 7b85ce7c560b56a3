import Flatbush from 'flatbush'
import type { Mesh } from './mesh.ts'
import type { Bounds } from './position.ts'

/** Edges in a row that are looked up together: fewer boxes than edges, and a box of 16 is about as tight. */
const edgesInBlock = 16

/** Boxes around runs of edges [from, to) of one ring. */
export type EdgeIndex = { boxes: Flatbush | undefined; from: Int32Array; to: Int32Array; count: number }

/** What a search may still cost, in edges compared: a tangle made to be slow ends in "not finished", not in waiting. */
export type Budget = { left: number }

export function indexEdges(mesh: Mesh): EdgeIndex {
  const { starts } = mesh
  const blocks: [number, number][] = []
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const end = starts[ring + 1] as number
    for (let from = starts[ring] as number; from < end; from += edgesInBlock)
      blocks.push([from, Math.min(end, from + edgesInBlock)])
  }
  const index: EdgeIndex = {
    boxes: blocks.length > 0 ? new Flatbush(blocks.length) : undefined,
    from: Int32Array.from(blocks, ([from]) => from),
    to: Int32Array.from(blocks, ([, to]) => to),
    count: blocks.length,
  }
  for (const [from, to] of blocks) index.boxes?.add(...boundsOfEdges(mesh, from, to))
  index.boxes?.finish()
  return index
}

/** Of the edges [from, to) of one ring. */
export function boundsOfEdges({ xs, ys, next }: Mesh, from: number, to: number): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = from; at <= to; at++) {
    const point = at === to ? (next[to - 1] as number) : at
    west = Math.min(west, xs[point] as number)
    east = Math.max(east, xs[point] as number)
    south = Math.min(south, ys[point] as number)
    north = Math.max(north, ys[point] as number)
  }
  return [west, south, east, north]
}
