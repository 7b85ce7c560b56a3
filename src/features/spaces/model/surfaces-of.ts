import type { Surface } from '../../../engine/geometry/position.ts'
import type { Boundary } from '../contract.ts'

/** The surfaces of a boundary, each [outer, ...holes]. */
export const surfacesOf = ({ type, coordinates }: Boundary): Surface[] =>
  (type === 'Polygon' ? [coordinates] : coordinates) as Surface[]
