import { sideOfRing } from './inside.ts'
import { crossingOf } from './lines.ts'
import type { Bounds, Position, Ring, Surface } from './position.ts'

/** Points nearer than this are one: finer than any survey. */
const sameM = 1e-6

/** Points with numbers, and edges between them: those of the rings one way, the surface on their left. */
export type SplitGraph = { points: Position[]; boundary: [number, number][]; cuts: [number, number][] }
type Node = { along: number; point: Position }

/** Cuts the rings and the line where they meet. Of the line only what runs within the surface is kept. */
export function splitGraph(surface: Readonly<Surface>, line: readonly Position[]): SplitGraph {
  const onLine: Node[][] = line.slice(1).map(() => [])
  const ringNodes = surface.map((ring) => ring.slice(1).map((): Node[] => []))
  for (const [at, nodes] of onLine.entries())
    for (const [r, ring] of surface.entries())
      meetSegment(ring, [line[at] as Position, line[at + 1] as Position], nodes, ringNodes[r] ?? [])
  const { points, numberOf } = numbering()
  const boundary = surface.flatMap((ring, r) => chainOf(ring, ringNodes[r] ?? [], numberOf, true))
  const edges = new Set(boundary.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const cuts = chainOf(line, onLine, numberOf, false).filter(
    ([a, b]) =>
      !edges.has(`${a} ${b}`) && isWithin(surface, middle(points[a] as Position, points[b] as Position)),
  )
  return { points, boundary, cuts: onlyOnce(cuts) }
}

/** Where a segment of the line meets the edges of a ring: noted on both. */
function meetSegment(ring: Ring, segment: [Position, Position], nodes: Node[], ringNodes: Node[][]) {
  const reach = boundsOfPair(segment)
  for (let at = 0; at + 1 < ring.length; at++) {
    const edge: [Position, Position] = [ring[at] as Position, ring[at + 1] as Position]
    if (!boundsNear(reach, boundsOfPair(edge))) continue
    const note = (point: Position) => {
      nodes.push({ along: distanceOf(segment[0], point), point })
      ringNodes[at]?.push({ along: distanceOf(edge[0], point), point })
    }
    const corners = edge.filter((corner) => distanceToSegment(corner, segment) <= sameM)
    const ends = segment.filter((end) => distanceToSegment(end, edge) <= sameM)
    // A corner of the ring goes before an end of the line beside it: boundary points do not move.
    for (const corner of corners) note(corner)
    for (const end of ends) if (corners.every((corner) => distanceOf(corner, end) > sameM)) note(end)
    if (corners.length > 0 || ends.length > 0) continue
    const point = crossingOf(edge, segment)
    if (point) note(point)
  }
}

/** The way from point to point with all noted ones between, as numbers; steps of no length are left out. */
function chainOf(
  points: readonly Position[],
  nodes: readonly Node[][],
  numberOf: (point: Position, isCorner: boolean) => number,
  isRing: boolean,
): [number, number][] {
  const way = points.flatMap((point, at) => {
    const between = (nodes[at] ?? []).toSorted((a, b) => a.along - b.along)
    return [numberOf(point, isRing), ...between.map((node) => numberOf(node.point, false))]
  })
  return way.slice(1).flatMap((to, at): [number, number][] => {
    const from = way[at] as number
    return from === to ? [] : [[from, to]]
  })
}

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy): [number, number] => [dx, dy]))

/** The same number for points of one place; the corners of the rings are taken as they are. */
function numbering() {
  const points: Position[] = []
  const cells = new Map<string, number>()
  const cell = (value: number) => Math.round(value / (2 * sameM))
  const numberOf = (point: Position, isCorner: boolean): number => {
    const [x, y] = [cell(point[0]), cell(point[1])]
    // The same point again is what comes most.
    const own = cells.get(`${x} ${y}`)
    if (own !== undefined && distanceOf(points[own] as Position, point) <= sameM) return own
    for (const [dx, dy] of isCorner ? [] : around) {
      const known = cells.get(`${x + dx} ${y + dy}`)
      if (known !== undefined && distanceOf(points[known] as Position, point) <= sameM) return known
    }
    points.push(point)
    cells.set(`${x} ${y}`, points.length - 1)
    return points.length - 1
  }
  return { points, numberOf }
}

function onlyOnce(edges: [number, number][]): [number, number][] {
  const seen = new Set<string>()
  return edges.filter(([a, b]) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    return !seen.has(key) && seen.add(key)
  })
}

const isWithin = ([outer, ...holes]: Readonly<Surface>, point: Position) =>
  outer !== undefined && sideOfRing(outer, point) > 0 && holes.every((hole) => sideOfRing(hole, point) < 0)

const middle = ([ax, ay]: Position, [bx, by]: Position): Position => [(ax + bx) / 2, (ay + by) / 2]
export const distanceOf = ([ax, ay]: Position, [bx, by]: Position) => Math.hypot(ax - bx, ay - by)

function distanceToSegment([x, y]: Position, [[ax, ay], [bx, by]]: [Position, Position]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}

const boundsOfPair = ([[ax, ay], [bx, by]]: [Position, Position]): Bounds => [
  Math.min(ax, bx) - sameM,
  Math.min(ay, by) - sameM,
  Math.max(ax, bx) + sameM,
  Math.max(ay, by) + sameM,
]
const boundsNear = (a: Bounds, b: Bounds) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
