import { addDays, type Day, daysBetween, weekdayOf } from '../../shared/days.ts'
import type { HolidayYear } from './holidays.ts'

/** The days after one day, up to and with another: the day on which a matter comes in is not counted, the last one is. */
export type Span = { after: Day; until: Day }

export type WorkCalendar = {
  isWorkday(day: Day): boolean
  /** How many working days are in the span. */
  workdaysIn(span: Span): number
  /** The `count`th working day after a day; the day itself for 0. */
  addWorkdays(day: Day, count: number): Day
  /** Years from one day to another whose notice is not known: their days may yet change. */
  provisionalYears(from: Day, to: Day): number[]
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
const firstOf = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`
const placeOf = (day: Day) => daysBetween(firstOf(yearOf(day)), day) + 1

export function calendarOf(years: readonly HolidayYear[]): WorkCalendar {
  const off = new Set(years.flatMap((one) => one.off.flatMap(([first, last]) => daysOf(first, last))))
  const work = new Set(years.flatMap((one) => one.work))
  const published = new Set(years.filter((one) => one.notice !== null).map((one) => one.year))
  const isWorkday = (day: Day) => work.has(day) || (!off.has(day) && weekdayOf(day) <= 5)

  /** Of a year: how many working days there are up to its nth day. */
  const counts = new Map<number, Uint16Array>()
  function countsOf(year: number): Uint16Array {
    const known = counts.get(year)
    if (known) return known
    const first = firstOf(year)
    const length = daysBetween(first, `${first.slice(0, 4)}-12-31`) + 1
    const made = new Uint16Array(length + 1)
    for (let place = 1; place <= length; place++)
      made[place] = (made[place - 1] ?? 0) + Number(isWorkday(addDays(first, place - 1)))
    counts.set(year, made)
    return made
  }
  const wholeOf = (year: number) => countsOf(year).at(-1) ?? 0
  const upTo = (day: Day) => countsOf(yearOf(day))[placeOf(day)] ?? 0

  return {
    isWorkday,
    workdaysIn({ after, until }) {
      if (until <= after) return 0
      let count = upTo(until) - upTo(after)
      for (let year = yearOf(after); year < yearOf(until); year++) count += wholeOf(year)
      return count
    },
    addWorkdays(day, count) {
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of days to add: ${count}`)
      if (count === 0) return day
      let year = yearOf(day)
      let wanted = upTo(day) + count
      for (; wanted > wholeOf(year); year++) wanted -= wholeOf(year)
      return addDays(firstOf(year), countsOf(year).indexOf(wanted) - 1)
    },
    provisionalYears(from, to) {
      const found: number[] = []
      for (let year = yearOf(from); year <= yearOf(to); year++) if (!published.has(year)) found.push(year)
      return found
    },
  }
}

export function daysOf(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
