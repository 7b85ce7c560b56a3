import { orientation } from './orientation.ts'
import type { Position } from './position.ts'
import type { SplitGraph } from './split-graph.ts'

type Edge = [from: number, to: number]

/** Closed ways round the parts, each part on the left: counter-clockwise round a part, clockwise round a hole in it. */
export function facesOf(graph: SplitGraph): { faces: Position[][]; looseEnds: Position[] } {
  const { points, boundary, cuts } = graph
  const ways = trace(points, [...boundary, ...cuts, ...cuts.map(([a, b]): Edge => [b, a])])
  return {
    faces: ways.flatMap(loopsOf).map((way) => way.map((at) => points[at] as Position)),
    looseEnds: looseEndsOf(graph),
  }
}

/** Points of the line that nothing leads on from. */
function looseEndsOf({ points, boundary, cuts }: SplitGraph): Position[] {
  const degree = new Map<number, number>()
  for (const at of [...boundary, ...cuts].flat()) degree.set(at, (degree.get(at) ?? 0) + 1)
  return [...degree].flatMap(([at, edges]) => (edges === 1 ? [points[at] as Position] : []))
}

/**
 * A way that comes back to one of its points is two: a hole that touches the edge of its part is a ring of its own, and
 * a piece of the line that was walked out and back, having parted nothing, is a loop of two points and no area.
 */
function loopsOf(way: readonly number[]): number[][] {
  const loops: number[][] = []
  const open: number[] = []
  const places = new Map<number, number>()
  for (const at of way) {
    const place = places.get(at)
    if (place !== undefined) {
      const loop = open.splice(place)
      for (const point of loop) places.delete(point)
      loops.push(loop)
    }
    places.set(at, open.length)
    open.push(at)
  }
  return [...loops, open]
}

function trace(points: readonly Position[], edges: readonly Edge[]): number[][] {
  const leaving = new Map<number, number[]>()
  for (const [from, to] of edges) {
    const known = leaving.get(from)
    if (known) known.push(to)
    else leaving.set(from, [to])
  }
  const walked = new Set<string>()
  return edges.flatMap((start) => {
    const way: number[] = []
    let [from, to]: Edge = start
    while (!walked.has(`${from} ${to}`)) {
      walked.add(`${from} ${to}`)
      way.push(from)
      const next = sharpestLeft(points, from, to, leaving.get(to) ?? [])
      if (next === undefined) break
      ;[from, to] = [to, next]
    }
    return way.length > 0 ? [way] : []
  })
}

/** Coming from one point to another, the way on that keeps closest to the left: the first clockwise from where one came. */
function sharpestLeft(points: readonly Position[], from: number, at: number, choices: readonly number[]) {
  const [first, ...rest] = choices
  if (first === undefined || rest.length === 0) return first
  const origin = points[at] as Position
  const back = points[from] as Position
  const turned = (to: number) => {
    const point = points[to] as Position
    const side = orientation(...origin, ...back, ...point)
    if (side !== 0) return side < 0 ? 0 : 2
    const ahead =
      (point[0] - origin[0]) * (back[0] - origin[0]) + (point[1] - origin[1]) * (back[1] - origin[1])
    return ahead < 0 ? 1 : 3
  }
  return rest.reduce((best, other) => {
    const [one, two] = [turned(best), turned(other)]
    if (one !== two) return two < one ? other : best
    return orientation(...origin, ...(points[best] as Position), ...(points[other] as Position)) > 0
      ? other
      : best
  }, first)
}
