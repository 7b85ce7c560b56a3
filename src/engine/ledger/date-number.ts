import { addDays, dayOf } from '../../shared/days.ts'
import { dayPeriod, monthPeriod, type Period, periodOf, yearPeriod } from './date-period.ts'
import { fullYear } from './date-scan.ts'

export type NumberReading =
  | { at: Period; shortYear?: boolean; yearless?: boolean }
  | { code: 'not_a_date' | 'no_such_day' | 'no_year' }
  | { code: 'ambiguous'; candidates: Period[] }

/** Excel's day numbers of 1990-01-01 and 2099-12-31. */
const firstSerial = 32_874
const lastSerial = 73_050

/** A day by Excel's number (1900 system), for numbers that can be nothing else. */
export function serialPeriod(serial: number): Period | undefined {
  const whole = Math.floor(serial)
  return whole >= firstSerial && whole <= lastSerial
    ? periodOf(addDays('1899-12-30', whole), 'day')
    : undefined
}

/**
 * A number in a date column: a day number, 2022, 202203, 20220305, or a date that Excel took for a number. Excel
 * turns 2022.10 into 2022.1, so a fraction of .1 is January or October and only a person can say.
 */
export function readNumber(number: number, epochYear: number | undefined): NumberReading {
  const serial = serialPeriod(number)
  if (serial) return { at: serial }
  const [whole = '', fraction = ''] = String(number).split('.')
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return { code: 'not_a_date' }
  if (!fraction) return readWhole(whole)
  if (fraction.length > 2) return { code: 'not_a_date' }
  const value = Number(whole)
  if (value >= 1990 && value <= 2060) return readMonth(value, fraction, false)
  if (value >= 13 && value <= 50) return readMonth(fullYear(whole.padStart(2, '0')) ?? 0, fraction, true)
  return value >= 1 && value <= 12 ? readDay(value, fraction, epochYear) : { code: 'not_a_date' }
}

function readWhole(text: string): NumberReading {
  const number = Number(text)
  if (number >= 1990 && number <= 2060) return found(yearPeriod(number))
  if (/^(?:19|20)\d{6}$/.test(text))
    return found(dayPeriod(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))))
  if (/^(?:19|20)\d{4}$/.test(text)) {
    const month = monthPeriod(Number(text.slice(0, 4)), Number(text.slice(4)))
    if (month) return { at: month }
  }
  if (/^[1-4]\d(?:0[1-9]|1[0-2])\d{2}$/.test(text)) {
    const day = dayPeriod(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)))
    return day ? { at: day, shortYear: true } : { code: 'no_such_day' }
  }
  return { code: /^(?:19|20)\d{4}$/.test(text) ? 'no_such_day' : 'not_a_date' }
}

function readMonth(year: number, fraction: string, shortYear: boolean): NumberReading {
  if (fraction === '1') return ambiguous(monthPeriod(year, 1), monthPeriod(year, 10))
  const month = monthPeriod(year, Number(fraction))
  return month ? { at: month, shortYear } : { code: 'no_such_day' }
}

/** 3.15 is 3月15日 of the ledger's year; 3.2 may have been 3.20. */
function readDay(month: number, fraction: string, year: number | undefined): NumberReading {
  if (!dayOf(2000, month, Number(fraction))) return { code: 'no_such_day' }
  if (year === undefined) return { code: 'no_year' }
  const day = dayPeriod(year, month, Number(fraction))
  if (fraction.length === 1 && Number(fraction) <= 3)
    return ambiguous(day, dayPeriod(year, month, Number(fraction) * 10))
  return day ? { at: day, yearless: true } : { code: 'no_such_day' }
}

function found(at: Period | undefined): NumberReading {
  return at ? { at } : { code: 'no_such_day' }
}

function ambiguous(...periods: (Period | undefined)[]): NumberReading {
  return { code: 'ambiguous', candidates: periods.filter((period) => period !== undefined) }
}
