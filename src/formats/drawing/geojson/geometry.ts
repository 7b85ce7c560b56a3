import type { Position, Ring, Surface } from '../drawing.ts'
import { hasThreePoints } from '../rings/ring.ts'
import type { Json } from './json-text.ts'

export type GeometryFault = {
  code: 'not_a_surface' | 'empty_shape' | 'no_number' | 'too_few_points' | 'damaged_shape' | 'heights_ignored'
  value?: string
}

const otherKinds = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString'])

/** The surfaces of a geometry, in the very arrays that came in. Faults that are not `heights_ignored` spoil it. */
export const surfacesOf = (geometry: Json, onFault: (fault: GeometryFault) => void): Surface[] => {
  if (geometry === null) {
    onFault({ code: 'empty_shape' })
    return []
  }
  if (typeof geometry !== 'object' || Array.isArray(geometry)) {
    onFault({ code: 'damaged_shape' })
    return []
  }
  const { type, coordinates = null, geometries = null } = geometry
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    if (geometries.length === 0) onFault({ code: 'empty_shape' })
    return geometries.flatMap((member) => surfacesOf(member, onFault))
  }
  if (typeof type === 'string' && otherKinds.has(type)) {
    onFault({ code: 'not_a_surface', value: type })
    return []
  }
  const surfaces = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  if (surfaces === undefined || !isListOfRings(surfaces)) {
    onFault({ code: 'damaged_shape', ...(typeof type === 'string' ? { value: type } : {}) })
    return []
  }
  const filled = surfaces.filter((rings) => rings.length > 0)
  if (filled.length === 0) onFault({ code: 'empty_shape' })
  return filled.map((rings) => rings.map((ring) => ringOf(ring, onFault)))
}

const isListOfRings = (surfaces: Json): surfaces is Json[][][] =>
  Array.isArray(surfaces) &&
  surfaces.every((rings) => Array.isArray(rings) && rings.every((ring) => Array.isArray(ring)))

const ringOf = (positions: Json[], onFault: (fault: GeometryFault) => void): Ring => {
  let hasHeights = false
  for (const position of positions) {
    const [first, second] = Array.isArray(position) ? position : [position]
    const wrong = [first, second].find((one) => typeof one !== 'number' || !Number.isFinite(one))
    if (wrong !== undefined || second === undefined) {
      onFault({ code: 'no_number', value: typeof wrong === 'object' ? JSON.stringify(wrong) : String(wrong) })
      return []
    }
    if (!Array.isArray(position)) continue
    hasHeights ||= position.length > 2
    if (position.length > 2) position.length = 2
  }
  if (hasHeights) onFault({ code: 'heights_ignored', value: 'Z' })
  const ring = positions as Position[]
  if (!hasThreePoints(ring)) onFault({ code: ring.length === 0 ? 'empty_shape' : 'too_few_points' })
  return ring
}
