import { type Day, daysInMonth } from '../../../shared/days.ts'
import { type Decimal, divideDecimal, subtractDecimal } from '../../../shared/decimal.ts'
import { firstDayOf, parseWhen } from '../../../shared/when.ts'

/** Enough that nothing shown is rounded twice. */
const digits = 12

/** First and last day of a period; undefined if there is none such. */
export function daysOf(period: string): { fromOn: Day; toOn: Day } | undefined {
  const last = parseWhen(period)
  const first = firstDayOf(period)
  return last && first && first >= '1900' ? { fromOn: first, toOn: last.day } : undefined
}

/** 时间进度 = months ÷ months of the period; the month under way counts by its days, so that each month's end is whole. */
export function timeProgress({ fromOn, toOn }: { fromOn: Day; toOn: Day }, day: Day): Decimal {
  if (day < fromOn) return '0'
  if (day >= toOn) return '1'
  const month = (one: Day) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))
  const length = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  const whole = (month(day) - month(fromOn)) * length + Number(day.slice(8))
  return divideDecimal(String(whole), String((month(toOn) - month(fromOn) + 1) * length), digits)
}

/** From unrounded figures; a goal of nothing has no rate. */
export function progressOf(actual: Decimal, value: Decimal, time: Decimal) {
  if (Number(value) === 0) return { rate: null, ahead: null }
  const rate = divideDecimal(actual, value, digits)
  return { rate, ahead: subtractDecimal(rate, time) }
}
