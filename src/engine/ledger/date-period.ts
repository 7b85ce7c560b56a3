import { addDays, type Day, dayOf, lastDayOfMonth, partsOf, quarterOf } from '../../shared/days.ts'
import type { Precision } from '../../shared/when.ts'

/**
 * A stretch of the calendar that a text names. The day kept for it is always its LAST one, in plans and in facts
 * alike: a plan is late only when all of its period is over, and text → day → text comes back the same.
 */
export interface Period {
  first: Day
  last: Day
  precision: Precision
}

const quarterNames = ['一', '二', '三', '四']
const thirdNames = ['上旬', '中旬', '下旬']

export function dayPeriod(year: number, month: number, day: number): Period | undefined {
  const at = dayOf(year, month, day)
  return at === undefined ? undefined : { first: at, last: at, precision: 'day' }
}

export function monthPeriod(year: number, month: number): Period | undefined {
  return monthsPeriod(year, month, month, 'month')
}

/** third 1 上旬 (1 to 10), 2 中旬 (11 to 20), 3 下旬 (21 to the end). */
export function thirdPeriod(year: number, month: number, third: number): Period | undefined {
  const first = dayOf(year, month, third * 10 - 9)
  if (first === undefined) return undefined
  const last = third === 3 ? lastDayOfMonth(first.slice(0, 7)) : addDays(first, 9)
  return { first, last, precision: 'tenDays' }
}

export function quarterPeriod(year: number, quarter: number): Period | undefined {
  return monthsPeriod(year, quarter * 3 - 2, quarter * 3, 'quarter')
}

export function halfPeriod(year: number, half: number): Period | undefined {
  return monthsPeriod(year, half * 6 - 5, half * 6, 'halfYear')
}

export function yearPeriod(year: number): Period | undefined {
  return monthsPeriod(year, 1, 12, 'year')
}

function monthsPeriod(year: number, from: number, to: number, precision: Precision): Period | undefined {
  const first = dayOf(year, from, 1)
  const start = dayOf(year, to, 1)
  if (first === undefined || start === undefined) return undefined
  return { first, last: lastDayOfMonth(start.slice(0, 7)), precision }
}

/** The period of this precision that holds the day. */
export function periodOf(day: Day, precision: Precision): Period {
  const { year, month, day: date } = partsOf(day)
  const made = {
    day: () => dayPeriod(year, month, date),
    tenDays: () => thirdPeriod(year, month, Math.min(3, Math.ceil(date / 10))),
    month: () => monthPeriod(year, month),
    quarter: () => quarterPeriod(year, quarterOf(day)),
    halfYear: () => halfPeriod(year, month <= 6 ? 1 : 2),
    year: () => yearPeriod(year),
  }[precision]()
  return made ?? { first: day, last: day, precision }
}

/** Text for exports and people that `parseDay` reads back to the same: 2022-03-05, 2022年3月上旬, 2022-03, 2022年一季度. */
export function formatDay(day: Day, precision: Precision): string {
  const { year, month, day: date } = partsOf(day)
  if (precision === 'day') return day
  if (precision === 'month') return day.slice(0, 7)
  const name = `${String(year).padStart(4, '0')}年`
  if (precision === 'tenDays') return `${name}${month}月${thirdNames[Math.min(2, Math.ceil(date / 10) - 1)]}`
  if (precision === 'quarter') return `${name}${quarterNames[quarterOf(day) - 1]}季度`
  return precision === 'halfYear' ? `${name}${month <= 6 ? '上' : '下'}半年` : name
}
