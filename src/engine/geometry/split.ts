import { planarArea, signedArea } from './area.ts'
import { sideOfRing } from './inside.ts'
import { interiorPoint } from './interior-point.ts'
import { selfCrossing } from './lines.ts'
import { normaliseRings } from './normalise-rings.ts'
import type { Position, Ring, Surface } from './position.ts'
import { facesOf } from './split-faces.ts'
import { distanceOf, splitGraph } from './split-graph.ts'

export type SplitCode =
  | 'no_number'
  /** Fewer than two different points. */
  | 'line_too_short'
  /** More than `linePointsAtMost` points. */
  | 'line_too_long'
  /** Too many edges to compare with the line's. */
  | 'too_many_points'
  /** At `at`. */
  | 'line_crosses_itself'
  /** The rings are not one surface with its holes. */
  | 'not_one_surface'
  /** No part of the line runs within the surface. */
  | 'line_outside'
  /** It ends within the surface, at `at`. */
  | 'line_ends_inside'
  /** It runs between the edge and a hole and parts nothing. */
  | 'not_through'
  /** The parts do not make the whole. */
  | 'failed'
export type Split =
  /** `looseEnds`: where pieces of the line that were of no use end within the surface. */
  { ok: true; parts: Surface[]; looseEnds: Position[] } | { ok: false; code: SplitCode; at?: Position }

const linePointsAtMost = 2000
const pointsAtMost = 200_000
/** Points of the line by points of the surface. */
const pairsAtMost = 20_000_000
/** A line drawn to the boundary, written in millimetres, may end short of it by the rounding. */
const reachM = 0.002
const tolerance = 1e-6

/**
 * Cuts a surface (metres; one outer ring, any order) along a line: two or more parts, largest first, [outer, ...holes]
 * each. Boundary points stay as they are; where the line meets an edge a point is added. A line that does not go
 * through is refused with the reason; a closed one within the surface cuts a piece out.
 */
export function splitByLine(rings: Readonly<Surface>, line: readonly Position[]): Split {
  if ([...rings, line].some((points) => points.some((point) => !point.every(Number.isFinite))))
    return { ok: false, code: 'no_number' }
  const clean = line.filter(([x, y], at) => at === 0 || x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1])
  if (clean.length < 2) return { ok: false, code: 'line_too_short' }
  if (clean.length > linePointsAtMost) return { ok: false, code: 'line_too_long' }
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (points > pointsAtMost || points * clean.length > pairsAtMost)
    return { ok: false, code: 'too_many_points' }
  const crossed = selfCrossing(clean)
  if (crossed) return { ok: false, code: 'line_crosses_itself', at: crossed }
  const [surface, another] = normaliseRings(rings)
  if (!surface || another) return { ok: false, code: 'not_one_surface' }
  const isClosed = String(clean[0]) === String(clean.at(-1))
  const graph = splitGraph(surface, isClosed ? clean : extended(clean))
  if (graph.cuts.length === 0) return { ok: false, code: 'line_outside' }
  const { faces, looseEnds } = facesOf(graph)
  const parts = partsOf(faces)
  if (parts.length < 2) {
    const [at] = looseEnds
    return at ? { ok: false, code: 'line_ends_inside', at } : { ok: false, code: 'not_through' }
  }
  const whole = planarArea(surface)
  const sum = parts.reduce((total, part) => total + planarArea(part), 0)
  if (!(Math.abs(sum - whole) <= tolerance * whole)) return { ok: false, code: 'failed' }
  return { ok: true, parts: parts.sort((a, b) => planarArea(b) - planarArea(a)), looseEnds }
}

function extended(line: readonly Position[]): Position[] {
  const outwards = (end: Position, before: Position): Position => {
    const share = reachM / distanceOf(end, before)
    return [end[0] + (end[0] - before[0]) * share, end[1] + (end[1] - before[1]) * share]
  }
  const [first, second] = line as [Position, Position]
  const [last, beforeLast] = [line.at(-1), line.at(-2)] as [Position, Position]
  return [outwards(first, second), ...line, outwards(last, beforeLast)]
}

function partsOf(faces: readonly Position[][]): Surface[] {
  const closed = faces.map((face): Ring => [...face, ...face.slice(0, 1)])
  const outers = closed.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(a) - signedArea(b))
  const parts = outers.map((outer): Surface => [outer])
  for (const hole of closed.filter((ring) => signedArea(ring) < 0)) {
    // The piece that was cut out of a hole is not around it.
    const least = -signedArea(hole) * (1 + tolerance)
    parts.find(([outer]) => outer && signedArea(outer) > least && liesIn(hole, outer))?.push(hole)
  }
  return parts
}

function liesIn(hole: Ring, outer: Ring): boolean {
  for (const point of hole) {
    const side = sideOfRing(outer, point)
    if (side !== 0) return side > 0
  }
  const inner = interiorPoint([hole])
  return inner !== undefined && sideOfRing(outer, inner) > 0
}
