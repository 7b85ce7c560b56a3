import { addToMonth, type Month } from '../../shared/days.ts'
import { parseChineseOrdinal } from '../text/chinese-numerals.ts'
import { normaliseText, unifyBrackets } from '../text/normalise.ts'
import { type AmountUnit, unitInHeader } from './amount-units.ts'

export interface TableHints {
  unitHint?: AmountUnit
  periodHint?: Month
  yearHint?: number
}

/** The unit, month and year that the lines above a table (or, failing them, its sheet's name) speak of. */
export function hintsOf(
  titleLines: readonly string[],
  sheetName: string,
  headers: readonly string[],
): TableHints {
  const lines = titleLines.map((line) => unifyBrackets(normaliseText(line)))
  const hints: TableHints = {}
  for (const line of lines) {
    const unit = /单位\s*:|\(/.test(line) ? unitInHeader(line) : undefined
    if (unit) hints.unitHint ??= unit
  }
  const sources = [...lines, normaliseText(sheetName)]
  const year = first(sources, yearIn) ?? commonYear(headers)
  if (year !== undefined) hints.yearHint = year
  const period =
    first(sources, (line) => periodIn(line, undefined)) ?? first(sources, (line) => periodIn(line, year))
  if (period !== undefined) hints.periodHint = period
  return hints
}

function first<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = read(line)
    if (found !== undefined) return found
  }
  return undefined
}

function yearIn(line: string): number | undefined {
  const match =
    /(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|[./-]\d|q[1-4]|$))/i.exec(line) ??
    /(?<!\d)(20[0-4]\d)(?!\d)/.exec(line)
  return match ? Number(match[1]) : undefined
}

function commonYear(headers: readonly string[]): number | undefined {
  const years = new Set(
    headers.flatMap((header) => [...header.matchAll(/(?<!\d)(20\d{2})年/g)].map((match) => Number(match[1]))),
  )
  return years.size === 1 ? [...years][0] : undefined
}

/** 2022年3月, 2022年1-3月 (its last), 截至2022.3.25, 2022年一季度, 2022年上半年; 3月 if the year is known. */
function periodIn(line: string, year: number | undefined): Month | undefined {
  const text = line
    .replace(/\s/g, '')
    .replace(/([一二三四五六七八九十]{1,2})(?=月|季)/g, (all) => String(parseChineseOrdinal(all) ?? all))
  const dash = '[-‐-―~至到]'
  const y = year === undefined ? '(20\\d{2})(?:年度?|[./-])' : '(?:^|\\D)(?:(20\\d{2})年)?'
  const range = new RegExp(`${y}\\d{1,2}月?${dash}(\\d{1,2})月`).exec(text)
  const month = range ?? new RegExp(`${y}(\\d{1,2})(?!\\d|季)${year === undefined ? '' : '月'}`).exec(text)
  if (month) return monthText(month[1] ?? year, Number(month[2]))
  const quarter = new RegExp(`${y}第?(?:([1-4])季|q([1-4]))`, 'i').exec(text)
  if (quarter) return monthText(quarter[1] ?? year, Number(quarter[2] ?? quarter[3]) * 3)
  const half = new RegExp(`${y}(上|下)半年`).exec(text)
  return half ? monthText(half[1] ?? year, half[2] === '上' ? 6 : 12) : undefined
}

function monthText(year: string | number | undefined, month: number): Month | undefined {
  return year !== undefined && month >= 1 && month <= 12 ? addToMonth(`${year}-01`, month - 1) : undefined
}
