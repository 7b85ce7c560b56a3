import { compareDecimal } from '../../../../shared/decimal.ts'
import type { Drawn } from '../../model/drawn.ts'
import type { Neighbour } from './neighbours.ts'
import type { JudgedRow } from './row.ts'

/** A ten-thousandth of a second of arc is 3 mm: what is nearer was only converted. */
const degrees = 1e-7 / 3

/** Whether a file says anything else of a parcel than the zone knows; what it leaves out says nothing. */
export function differsFrom(row: JudgedRow, place: Drawn, known: Neighbour): boolean {
  const area = (row.areaBy === 'declared' ? row.declaredM2 : null) ?? place.drawnM2
  const words = (['name', 'landUse', 'landClass', 'status'] as const).some(
    (field) => row[field] !== null && row[field] !== known[field],
  )
  return (
    words ||
    compareDecimal(area, known.areaM2) !== 0 ||
    !isSamePlace(place.boundary.coordinates, known.boundary.coordinates)
  )
}

function isSamePlace(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= degrees
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((part, at) => isSamePlace(part, b[at]))
  )
}
