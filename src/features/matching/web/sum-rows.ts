import { nothing } from '../../../web/format.ts'
import type { PlanSums, ProjectOnPlace } from '../plan-contract.ts'
import { isFloor } from './reasons.ts'
import { shownNumber } from './shown-number.ts'

/** The figures of a plan, with the digits that they are told in. */
export const sumRows: readonly [name: string, of: (sums: PlanSums) => number | null, digits: number][] = [
  ['placed', ({ placed }) => placed, 0],
  ['value', ({ value }) => value, 1],
  ['tax', ({ tax }) => tax, 0],
  ['given', ({ taxPerMuGiven }) => taxPerMuGiven, 2],
  ['all', ({ taxPerMuOfAll }) => taxPerMuOfAll, 2],
]

export const shown = (value: number | null, digits: number) =>
  value === null ? nothing : shownNumber(value, digits)

/** What stands on land: tax in 万元 a year, and ㎡. */
export function landOf(placed: readonly ProjectOnPlace[]): { count: number; tax: number; areaM2: number } {
  const onLand = placed.filter(({ place }) => !isFloor(place.kind))
  return {
    count: onLand.length,
    tax: onLand.reduce((sum, { tax }) => sum + (tax ?? 0), 0),
    areaM2: onLand.reduce((sum, { place }) => sum + place.areaM2, 0),
  }
}
