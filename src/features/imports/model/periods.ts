import { normaliseText } from '../../../engine/text/normalise.ts'
import { isMonth, type Month, monthOf } from '../../../shared/days.ts'
import { parseWhen } from '../../../shared/when.ts'
import type { Readings } from './differences.ts'

const pad = (month: number) => String(month).padStart(2, '0')
const chineseMonths: Record<string, number> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12 },
}

type Form = [RegExp, (match: RegExpExecArray) => string]
const year = '((?:19|20)\\d{2})'
const numberOf = (text: string | undefined) => chineseMonths[text ?? ''] ?? Number(text)

/** Tried in this order: what says both year and month, first. A range (1-4月) is told at its end. */
const forms: Form[] = [
  [
    new RegExp(`${year}年?\\s*(?:\\d{1,2}\\s*月?\\s*[-~至到—–]+\\s*)(\\d{1,2})月`),
    (m) => `${m[1]}-${pad(Number(m[2]))}`,
  ],
  [
    new RegExp(`${year}\\s*年\\s*(\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s*月`),
    (m) => `${m[1]}-${pad(numberOf(m[2]))}`,
  ],
  [new RegExp(`(?<!\\d)${year}[-./_](\\d{1,2})(?![\\d])`), (m) => `${m[1]}-${pad(Number(m[2]))}`],
  [new RegExp(`(?<!\\d)${year}(0[1-9]|1[0-2])(?:[0-3]\\d)?(?!\\d)`), (m) => `${m[1]}-${m[2]}`],
  [
    new RegExp(`${year}\\s*年?\\s*(?:第?([一二三四1-4])季度|Q([1-4]))`, 'i'),
    (m) => `${m[1]}-${pad(numberOf(m[2] ?? m[3]) * 3)}`,
  ],
  [new RegExp(`${year}\\s*年?\\s*(上|下)半年`), (m) => `${m[1]}-${m[2] === '上' ? '06' : '12'}`],
]

/** The month that a title line, sheet name or file name speaks of: 2022年2月, 2022-02, 202202, 2022年1-2月, 2022年一季度. */
export function monthIn(text: string): Month | undefined {
  const plain = normaliseText(text).slice(0, 300)
  for (const [form, month] of forms) {
    const match = form.exec(plain)
    const found = match && month(match)
    if (found && isMonth(found)) return found
  }
  return undefined
}

/**
 * What speaks of a month, best first; of months that have not begun there is no ledger. Where only a year is told, its
 * last month, or this one. `now` is the month it is in Shanghai.
 */
export function proposePeriod(texts: readonly string[], now: Month, years: readonly number[] = []): Month {
  const told = texts
    .map((text) => (isMonth(text) ? text : monthIn(text)))
    .find((month) => month !== undefined && month >= '1990-01' && month <= now)
  const december = years.map((year) => `${year}-12`).find((month) => isMonth(month) && month < now)
  return told ?? december ?? now
}

/** The month that a row's progress speaks of: its own where the file has such a column, else the workbook's. */
export const periodOf = (readings: Readings, workbook: Month): Month => {
  const own = typeof readings['period'] === 'string' ? parseWhen(readings['period']) : undefined
  return own ? monthOf(own.day) : workbook
}
