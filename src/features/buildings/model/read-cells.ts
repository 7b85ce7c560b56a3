import { blankWord } from '../../../engine/ledger/blank-words.ts'
import { parseDay, periodOf } from '../../../engine/ledger/dates.ts'
import { normaliseText } from '../../../engine/text/normalise.ts'
import type { Day } from '../../../shared/days.ts'
import { type Decimal, parseDecimal, roundDecimal } from '../../../shared/decimal.ts'
import type { LeaseKind, RentUnit } from '../words.ts'
import { isPlausible } from './plausible-days.ts'

export type CellIn = { kind: string; value: string | number | boolean | null; text: string }

/** What a cell says, or that it says nothing (`/`, 无, —). */
export function textIn(cell: CellIn | undefined): string | null {
  if (!cell || cell.kind === 'blank') return null
  const text = normaliseText(cell.text)
  return blankWord(text) ? null : text
}

/** 1,234.5 ㎡ → 1234.5, rounded to so many digits; undefined for what is no number above nought, also once rounded. */
export function numberIn(text: string, digits: number): Decimal | undefined {
  const plain = normaliseText(text)
    .replace(/(?<=\d)[,，\s](?=\d{3}(?:\D|$))/g, '')
    .replace(/\s*(?:m2|m²|㎡|平方米|平米|平方|t\/m2|吨\/m2|吨\/平方米|t\/㎡|吨|t|m|米)$/i, '')
  const read = parseDecimal(plain)
  const value = read === undefined ? '0' : roundDecimal(read, digits)
  return value.startsWith('-') || value === '0' ? undefined : value
}

/** A day; of a month or year the first or the last, as `edge` asks, and then `isExact` is false. */
export function dayIn(cell: CellIn, edge: 'first' | 'last'): { day: Day; isExact: boolean } | undefined {
  const text = normaliseText(cell.text)
  const iso = cell.kind === 'date' && typeof cell.value === 'string' ? { iso: cell.value } : {}
  const serial = cell.kind === 'number' && typeof cell.value === 'number' ? { serial: cell.value } : {}
  const read = parseDay({ text, ...iso, ...serial }, { columnKind: 'any' })
  if (!read.ok) return undefined
  const day = periodOf(read.day, read.precision)[edge]
  return isPlausible(day) ? { day, isExact: read.precision === 'day' } : undefined
}

const date = String.raw`\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*(?:\d{1,2}\s*日?)?)?`
const span = new RegExp(`^(${date})\\s*(?:-+|~+|至|到|—+)\\s*(${date})$`)

/** 2021.3.1-2024.2.29 → its two ends. */
export function termIn(text: string): [CellIn, CellIn] | undefined {
  const [, from, to] = span.exec(normaliseText(text).replace(/[–—―－～]/g, '~')) ?? []
  return from && to ? [asText(from), asText(to)] : undefined
}
const asText = (text: string): CellIn => ({ kind: 'text', value: text, text })

/** 45元/㎡·月, 1.5 元/平方米/天 → by the month or by the day of a ㎡; a rent of a whole room or a year is neither. */
export function rentUnitIn(text: string): RentUnit | 'whole' | undefined {
  const plain = normaliseText(text).replace(/\s/g, '')
  const perArea = /㎡|m2|m²|平米|平方/i.test(plain)
  if (/年/.test(plain) || /万元/.test(plain)) return 'whole'
  if (/[天日]/.test(plain)) return perArea || !/元\/[天日]$/.test(plain) ? 'day' : 'whole'
  if (/月/.test(plain)) return perArea ? 'month' : 'whole'
  return undefined
}

export type Said = LeaseKind | 'vacant' | 'not_ready'
const statusWords: [RegExp, Said][] = [
  [/未交付|未竣工|在建|装修中|未验收|待交付|notready/, 'not_ready'],
  [/空置|闲置|空闲|可租|待租|未租|招租|空$|vacant|available/, 'vacant'],
  [/预留|意向|预定|预订|已定|锁定|保留|reserv/, 'reservation'],
  [/自用|自持自用|自营|ownuse/, 'own_use'],
  [/已租|出租|在租|租赁|入驻|使用中|let|lease/, 'lease'],
]
/** What a cell says that a room is; 未出租 is no lease. */
export function statusIn(text: string): Said | undefined {
  const plain = normaliseText(text).toLowerCase().replace(/\s/g, '')
  if (/^(?:未|待|可|尚未)出?租/.test(plain)) return 'vacant'
  return statusWords.find(([form]) => form.test(plain))?.[1]
}
