import { ellipsoid } from './area.ts'
import type { Position } from './position.ts'

/** Metres along geodesics of CGCS2000 through points in degrees [lon, lat]. */
export const geodesicLength = (path: readonly Position[]): number =>
  path.slice(1).reduce((sum, [lon, lat], at) => {
    const [fromLon, fromLat] = path[at] as Position
    return sum + (ellipsoid.Inverse(fromLat, fromLon, lat, lon).s12 ?? Number.NaN)
  }, 0)
