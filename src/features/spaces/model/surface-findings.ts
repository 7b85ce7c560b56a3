import type { Fault, FaultCode } from '../../../engine/geometry/faults.ts'
import type { Position, Ring } from '../../../engine/geometry/position.ts'
import { toLonLat } from '../../../engine/geometry/project.ts'
import type { Told } from '../../../engine/geometry/told.ts'
import { checkSurface } from '../../../engine/geometry/validity.ts'
import type { Finding } from '../import-contract.ts'

/** What each fault of a shape means for taking it. */
const weights: Record<FaultCode, Finding['weight']> = {
  no_number: 'stop',
  too_few_points: 'warn',
  zero_area: 'stop',
  not_closed: 'note',
  repeated_point: 'note',
  spike: 'warn',
  self_intersection: 'ask',
  self_touch: 'warn',
  self_overlap: 'ask',
  rings_cross: 'ask',
  rings_share_edge: 'warn',
  identical_ring: 'warn',
  hole_outside: 'ask',
  hole_in_hole: 'warn',
  outer_in_outer: 'ask',
  not_finished: 'warn',
}
const digits = 7

/** What is wrong with the surfaces of one shape, each with its place on earth. Rings are counted over all surfaces. */
export function surfaceFindings(epsg: number, surfaces: readonly (readonly Ring[])[]): Finding[] {
  let before = 0
  return surfaces.flatMap((rings) => {
    const first = before
    before += rings.length
    return checkSurface(rings).map((fault) => findingOf(epsg, fault, first))
  })
}

function findingOf(epsg: number, fault: Told<Fault>, before: number): Finding {
  const { code, ring, point, at, other, count } = fault
  const place = at && placeOf(epsg, at)
  return {
    code,
    weight: weights[code],
    ring: ring + before,
    ...(point === undefined ? {} : { point }),
    ...(place ? { at: place } : {}),
    values: {
      ...(other ? { otherRing: other.ring + before } : {}),
      ...(other?.point ? { otherPoint: other.point } : {}),
    },
    count,
  }
}

function placeOf(epsg: number, at: Position): Position | undefined {
  try {
    const [lon, lat] = toLonLat(epsg, at)
    return [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))]
  } catch {
    return undefined // nowhere in this system, which is told of the shape itself
  }
}
