import type { Position } from '../drawing.ts'

/** Beyond it an arc is a circle with a hair's breadth missing: nobody draws that. */
export const largestBulge = 1_000
/** A circle around a province, to the millimetre. */
export const mostChords = 100_000

/** How far a chord may stand off its arc: always `finest`, and beyond that a share of the radius up to `coarsest`. */
export type Tolerance = { finest: number; coarsest: number }

/** Drawings in metres often say that they are in millimetres or inches: so their arcs are round all the same. */
const shareOfRadius = 1e-4

/**
 * How many chords an arc needs, and how far each of them may stand off. A bulge is the tangent of a quarter of the arc's
 * angle, positive counter-clockwise; 0 is a straight line.
 */
export const chordsOf = (from: Position, to: Position, bulge: number, { finest, coarsest }: Tolerance) => {
  const chord = Math.hypot(to[0] - from[0], to[1] - from[1])
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge))
  const allowed = Math.min(coarsest, Math.max(finest, radius * shareOfRadius))
  const rise = (Math.abs(bulge) * chord) / 2
  if (!(rise > allowed)) return { chords: 1, allowed }
  const largestAngle = 2 * Math.acos(Math.max(0, 1 - allowed / radius))
  return { chords: Math.ceil((4 * Math.atan(Math.abs(bulge))) / largestAngle), allowed }
}

/** The points of the arc between its ends, for that many chords. */
export const pointsOnArc = (from: Position, to: Position, bulge: number, chords: number): Position[] => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  // From the middle of the chord to the centre, as a share of the chord turned left.
  const share = (1 - bulge * bulge) / (4 * bulge)
  const [cx, cy] = [from[0] + dx / 2 - dy * share, from[1] + dy / 2 + dx * share]
  const [rx, ry] = [from[0] - cx, from[1] - cy]
  const angle = 4 * Math.atan(bulge)
  return Array.from({ length: chords - 1 }, (_, index): Position => {
    const [cos, sin] = [Math.cos((angle * (index + 1)) / chords), Math.sin((angle * (index + 1)) / chords)]
    return [cx + rx * cos - ry * sin, cy + rx * sin + ry * cos]
  })
}
