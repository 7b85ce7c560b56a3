import { type Day, firstDayOfMonth, monthOf } from '../../shared/days.ts'
import { firstDayOf, parseWhen } from '../../shared/when.ts'
import type { Mark } from './contract.ts'
import { fieldByKey } from './fields.ts'

const lastDayOf = (when: string) => parseWhen(when)?.day ?? when

/** Said more exactly, a date is not corrected: 2022-03 and then 2022-03-05. */
const isMoreExact = (from: string, to: string) =>
  (firstDayOf(to) ?? to) >= (firstDayOf(from) ?? from) && lastDayOf(to) <= lastDayOf(from)

/**
 * What a change of a date on some day is beyond a new fact. An actual date that was recorded and becomes another, or
 * is taken away, is a correction of the past; a plan changed after its time had passed is a plan changed late.
 */
export function markOf(key: string, from: string | null, to: string | null, day: Day): Mark | undefined {
  const store = fieldByKey.get(key)?.store
  if (store?.in !== 'milestone' || from === null || from === to) return undefined
  if (store.date === 'actual') return to !== null && isMoreExact(from, to) ? undefined : 'correction'
  return store.date === 'plan' && lastDayOf(from) < day ? 'latePlan' : undefined
}

/** A correction of months that have been reported: the old date and the new lie before the month that `today` is in. */
export function asksForReason(key: string, from: string | null, to: string | null, today: Day): boolean {
  const begins = firstDayOfMonth(monthOf(today))
  const isBefore = (when: string | null) => when === null || lastDayOf(when) < begins
  return markOf(key, from, to, today) === 'correction' && isBefore(from) && isBefore(to)
}
