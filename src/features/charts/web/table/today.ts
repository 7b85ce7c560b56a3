import { type Day, daysInMonth, partsOf } from '../../../../shared/days.ts'

/** How much of its month is over in the middle of a day, from 0 to 1. */
export function placeOfToday(today: Day): number {
  const { year, month, day } = partsOf(today)
  return (day - 0.5) / daysInMonth(year, month)
}
