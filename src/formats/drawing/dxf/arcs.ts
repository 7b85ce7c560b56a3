import type { Position } from '../drawing.ts'

/** Beyond it an arc is a circle with a hair's breadth missing: nobody draws that. */
export const largestBulge = 1_000
/** A circle around a province, to the millimetre. */
export const mostChords = 100_000

/**
 * How many chords an arc needs so that none stands off further than `tolerance`. A bulge is the tangent of a quarter of
 * the arc's angle, positive counter-clockwise; 0 is a straight line.
 */
export const chordsOf = (from: Position, to: Position, bulge: number, tolerance: number): number => {
  const chord = Math.hypot(to[0] - from[0], to[1] - from[1])
  const rise = (Math.abs(bulge) * chord) / 2
  if (!(rise > tolerance)) return 1
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge))
  const largestAngle = 2 * Math.acos(Math.max(0, 1 - tolerance / radius))
  return Math.ceil((4 * Math.atan(Math.abs(bulge))) / largestAngle)
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
