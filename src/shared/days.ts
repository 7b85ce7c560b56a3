/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string
/** A calendar month, 'YYYY-MM'. */
export type Month = string

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const monthForm = /^(\d{4})-(\d{2})$/
const msPerDay = 86_400_000
/** China has kept UTC+8 without summer time since 1992. */
const shanghaiOffset = 8 * 3_600_000

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const match = dayForm.exec(value)
  return !!match && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === value
}

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && monthForm.test(value) && isDay(`${value}-01`)
}

/** The day of these numbers, or undefined if the calendar has no such day. Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`Not a day: ${String(day).slice(0, 40)}`)
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** The same day of the month `count` months on, or the last day of that month if it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const parts = partsOf(day)
  const month = addToMonth(monthOf(day), count)
  const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return `${month}-${padded(Math.min(parts.day, length), 2)}`
}

export function addToMonth(month: Month, count: number): Month {
  if (!isMonth(month)) throw new RangeError(`Not a month: ${String(month).slice(0, 40)}`)
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  const year = Math.floor(months / 12)
  if (year < 1 || year > 9999) throw new RangeError(`Outside the calendar: ${month} and ${count} months`)
  return `${padded(year, 4)}-${padded(months - year * 12 + 1, 2)}`
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

export function firstDayOfMonth(month: Month): Day {
  return `${month}-01`
}

export function lastDayOfMonth(month: Month): Day {
  return `${month}-${padded(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))), 2)}`
}

export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Days from a to b: positive when b is later. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The day it is in Shanghai at this instant (milliseconds since 1970 UTC, or a Date). */
export function shanghaiDay(instant: number | Date): Day {
  return dayFromNumber(Math.floor((Number(instant) + shanghaiOffset) / msPerDay))
}

/** `2026-03-01 15:04` on the clocks of China. */
export const shanghaiMinute = (instant: number | Date): string =>
  new Date(Number(instant) + shanghaiOffset).toISOString().slice(0, 16).replace('T', ' ')

/** Of a year that databases know (from 1 on), and not later than the month it is in Shanghai. */
export function hasBegun(month: Month, now: Date): boolean {
  return month >= '0001' && month <= monthOf(shanghaiDay(now))
}

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  const { year, month, day: date } = partsOf(day)
  const utc = new Date(0)
  utc.setUTCFullYear(year, month - 1, date)
  return utc.getTime() / msPerDay
}

function dayFromNumber(number: number): Day {
  const date = new Date(number * msPerDay)
  const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  if (!day) throw new RangeError(`Outside the calendar: day number ${number}`)
  return day
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
