import type { Position } from './position.ts'

/** What is wrong with a surface and where: ring and point as a person counts, from 1, and the coordinate. */
export type Fault = {
  code: FaultCode
  ring: number
  point?: number
  at?: Position
  /** The other point, edge (by its first point) or ring that it concerns. */
  other?: { ring: number; point?: number }
}
export type FaultCode =
  | 'no_number'
  /** Fewer than three different points. */
  | 'too_few_points'
  /** The last point is not the first. */
  | 'not_closed'
  /** The same as the point before. */
  | 'repeated_point'
  /** Runs out and back. */
  | 'spike'
  /** All points on one line. */
  | 'zero_area'
  /** Its edge from `point` crosses the edge from `other`, at `at`. */
  | 'self_intersection'
  /** Comes back to a point of itself, without crossing or crossing just there. */
  | 'self_touch'
  /** Two of its edges lie on each other. */
  | 'self_overlap'
  | 'rings_cross'
  /** Edges of two rings lie on each other. */
  | 'rings_share_edge'
  | 'identical_ring'
  | 'hole_outside'
  | 'hole_in_hole'
  | 'outer_in_outer'
  /** Too tangled to look at every pair of edges; what is told is right, there may be more. */
  | 'not_finished'
