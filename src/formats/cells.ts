import { dateText, timeText } from './numbers/date-text.ts'
import { exactDecimal } from './numbers/exact-decimal.ts'
import { type NumberFormat, numberText } from './numbers/number-format.ts'
import { serialToIso } from './numbers/serial-date.ts'
import type { Cell } from './workbook.ts'

export const textCell = (text: string): Cell => ({ kind: 'text', value: text, text })

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
    const iso = serialToIso(value, date1904)
    if (iso !== undefined) return { kind: 'date', value: iso, text: dateText(iso, format), format: code }
    if (value !== 0) onOddDate()
    return { kind: 'number', value, text: exactDecimal(raw), format: code }
  }
  const text = kind === 'number' ? numberText(raw, format) : timeText(value, format)
  return { kind: 'number', value, text, format: code }
}

/** A day the file writes in ISO 8601, as strict OOXML and SpreadsheetML do; text if it is no day. */
export const isoDateCell = (written: string, format: NumberFormat | undefined): Cell => {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(written.trim())
  const [, day, time] = match ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) return textCell(written)
  const value = time === undefined || time === '00:00:00' ? day : `${day}T${time}`
  if (format === undefined || format.kind === 'number')
    return { kind: 'date', value, text: value.replace('T', ' ') }
  return { kind: 'date', value, text: dateText(value, format), format: format.code }
}
