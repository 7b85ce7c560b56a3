import { cleanText } from './clean-text.ts'
import { dateText, timeText } from './numbers/date-text.ts'
import { exactDecimal } from './numbers/exact-decimal.ts'
import { type NumberFormat, numberText } from './numbers/number-format.ts'
import { isIsoDate, serialToIso } from './numbers/serial-date.ts'
import type { Cell } from './workbook.ts'

export const textCell = (written: string): Cell => {
  const text = cleanText(written)
  return { kind: 'text', value: text, text }
}

export const blankCell = (): Cell => ({ kind: 'blank', value: null, text: '' })

export const errorCell = (code: string): Cell => ({ kind: 'error', value: code, text: code })

export const booleanCell = (value: boolean): Cell => ({
  kind: 'boolean',
  value,
  text: value ? 'TRUE' : 'FALSE',
})

/**
 * A stored number under its format: a day if the format shows one and the day exists, else a number.
 * `raw` is the number as the file writes it. `onOddDate` hears of dates that are none.
 */
export const numberCell = (
  raw: string,
  format: NumberFormat | undefined,
  date1904: boolean,
  onOddDate: () => void = () => {},
): Cell => {
  const value = Number(raw)
  if (format === undefined) return { kind: 'number', value, text: exactDecimal(raw) }
  const { code, kind } = format
  const isMoment = kind === 'date' || (kind === 'time' && value >= 1)
  if (isMoment) {
    const moment = momentCell(value, format, date1904)
    if (moment !== undefined) return { kind: 'date', ...moment, format: code }
    if (value !== 0) onOddDate()
    return { kind: 'number', value, text: exactDecimal(raw), format: code }
  }
  const text = kind === 'number' ? numberText(raw, format) : timeText(value, format)
  return { kind: 'number', value, text, format: code }
}

type Moment = { value: string; text: string }

/** Days repeat: by format and serial, what was worked out before. */
const knownMoments = new WeakMap<NumberFormat, Map<number, Moment>>()
const mostKnown = 20_000

const momentCell = (serial: number, format: NumberFormat, date1904: boolean): Moment | undefined => {
  const known = knownMoments.get(format) ?? new Map<number, Moment>()
  const before = known.get(serial)
  if (before !== undefined) return before
  const value = serialToIso(serial, date1904)
  if (value === undefined) return undefined
  const moment = { value, text: dateText(value, format) }
  if (known.size < mostKnown) known.set(serial, moment)
  knownMoments.set(format, known)
  return moment
}

/** A day the file writes in ISO 8601, as strict OOXML and SpreadsheetML do; text if it is no day. */
export const isoDateCell = (written: string, format: NumberFormat | undefined): Cell => {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(written.trim())
  const [, day, time] = match ?? []
  const value = time === undefined || time === '00:00:00' ? day : `${day}T${time}`
  if (value === undefined || !isIsoDate(value)) return textCell(written)
  if (format === undefined || format.kind === 'number')
    return { kind: 'date', value, text: value.replace('T', ' ') }
  return { kind: 'date', value, text: dateText(value, format), format: format.code }
}
