import { useMemo } from 'react'
import { ellipsoidalArea } from '../../engine/geometry/area.ts'
import { geodesicLength } from '../../engine/geometry/length.ts'
import type { Position } from '../../engine/geometry/position.ts'

export type Measure = 'distance' | 'area'
export type Measured = {
  /** Metres, along the line or around the surface. */
  length: number
  /** ㎡ of the surface. */
  area: number
}

/** How long a line is, or how large the surface within. */
export const useMeasured = (points: readonly Position[], tool: Measure | undefined): Measured =>
  useMemo(() => {
    const [first] = points
    const isSurface = tool === 'area' && points.length > 2 && first !== undefined
    return {
      length: geodesicLength(isSurface ? [...points, first] : points),
      area: isSurface ? ellipsoidalArea([[...points]]) : 0,
    }
  }, [points, tool])
