import { orientation } from './orientation.ts'
import type { Position } from './position.ts'
import type { SplitGraph } from './split-graph.ts'

type Edge = [from: number, to: number]

/** Closed ways round the parts, each part on the left: counter-clockwise round a part, clockwise round a hole in it. */
export function facesOf({ points, boundary, cuts }: SplitGraph): {
  faces: Position[][]
  looseEnds: Position[]
} {
  const { kept, looseEnds } = withoutLooseEnds(boundary, cuts)
  let remaining = kept
  for (;;) {
    const faces = trace(points, [...boundary, ...remaining, ...remaining.map(([a, b]): Edge => [b, a])])
    // What has the same face on both sides parts nothing: it only ties a hole to an edge.
    const firm = remaining.filter(([a, b]) => faces.faceOf.get(`${a} ${b}`) !== faces.faceOf.get(`${b} ${a}`))
    if (firm.length === remaining.length)
      return {
        faces: faces.ways.flatMap(loopsOf).map((way) => way.map((at) => points[at] as Position)),
        looseEnds: looseEnds.map((at) => points[at] as Position),
      }
    remaining = firm
  }
}

/** Cuts that end within the surface go, from their end to where they leave something else. */
function withoutLooseEnds(boundary: Edge[], cuts: Edge[]): { kept: Edge[]; looseEnds: number[] } {
  const degree = new Map<number, number>()
  const count = (at: number, by: number) => degree.set(at, (degree.get(at) ?? 0) + by)
  for (const edge of [...boundary, ...cuts]) for (const at of edge) count(at, 1)
  const isLoose = (at: number) => degree.get(at) === 1
  const looseEnds = [...degree.keys()].filter(isLoose)
  let kept = cuts
  for (;;) {
    const firm = kept.filter((edge) => {
      if (!edge.some(isLoose)) return true
      for (const at of edge) count(at, -1)
      return false
    })
    if (firm.length === kept.length) return { kept, looseEnds }
    kept = firm
  }
}

/** A way that comes back to one of its points is two: a hole that touches the edge of its part is a ring of its own. */
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

function trace(
  points: readonly Position[],
  edges: readonly Edge[],
): { ways: number[][]; faceOf: Map<string, number> } {
  const leaving = new Map<number, number[]>()
  for (const [from, to] of edges) leaving.set(from, [...(leaving.get(from) ?? []), to])
  const faceOf = new Map<string, number>()
  const ways: number[][] = []
  for (const start of edges) {
    if (faceOf.has(start.join(' '))) continue
    const way: number[] = []
    let [from, to] = start
    while (!faceOf.has(`${from} ${to}`)) {
      faceOf.set(`${from} ${to}`, ways.length)
      way.push(from)
      const next = sharpestLeft(points, from, to, leaving.get(to) ?? [])
      if (next === undefined) break
      ;[from, to] = [to, next]
    }
    ways.push(way)
  }
  return { ways, faceOf }
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
