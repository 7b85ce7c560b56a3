import type { Field, FieldKind } from '../features/projects/fields.ts'
import { muFromSquareMetres } from '../shared/area.ts'
import { type Day, shanghaiDay } from '../shared/days.ts'
import {
  type Decimal,
  divideDecimal,
  formatDecimal,
  multiplyDecimal,
  roundDecimal,
} from '../shared/decimal.ts'
import type { Language } from './i18n/language.ts'

/** What stands where nothing is known. */
export const nothing = '—'

/** 万元 in, as exact decimal text; 亿元 to two decimals, 万元 to none unless `digits` says so. */
export function showMoney(
  valueWan: Decimal | null,
  style: { unit: '亿元' | '万元'; digits?: number },
): string {
  if (valueWan === null) return nothing
  const inYi = style.unit === '亿元'
  const digits = style.digits ?? (inYi ? 2 : 0)
  const value = inYi ? divideDecimal(valueWan, '10000', digits) : valueWan
  return formatDecimal(value, { digits, grouping: true })
}

/** ㎡ in, 亩 out: an integer where it is one, else two decimals. */
export function showArea(squareMetres: Decimal | null, style: { digits?: number } = {}): string {
  if (squareMetres === null) return nothing
  const mu = muFromSquareMetres(squareMetres)
  const digits = style.digits ?? (roundDecimal(mu, 2).includes('.') ? 2 : 0)
  return formatDecimal(mu, { digits, grouping: true })
}

/** A ratio in, 0.509 → 50.9 (the sign % belongs to the header; `sign` adds it). */
export function showPercent(ratio: Decimal | null, style: { digits?: number; sign?: boolean } = {}): string {
  if (ratio === null) return nothing
  return `${formatDecimal(multiplyDecimal(ratio, '100'), { digits: style.digits ?? 1 })}${style.sign ? '%' : ''}`
}

/** Grouped by thousands, with the decimals it has. */
export const showNumber = (value: Decimal | number | null, digits?: number): string =>
  value === null
    ? nothing
    : formatDecimal(String(value), digits === undefined ? { grouping: true } : { digits, grouping: true })

/** A day as it is, or the Shanghai day of a timestamp. */
export function showDay(value: string | null): Day {
  if (value === null) return nothing
  return value.length > 10 ? shanghaiDay(new Date(value)) : value
}

/** Day and minute in Shanghai, `2022-03-01 14:05`. */
export function showTime(timestamp: string | null): string {
  if (timestamp === null) return nothing
  const shifted = new Date(Date.parse(timestamp) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`
}

const shownUnits: Partial<Record<FieldKind, Record<Language, string>>> = {
  money: { zh: '万元', en: 'CNY 10k' },
  foreign: { zh: '万美元', en: 'USD 10k' },
  area: { zh: '亩', en: 'mu' },
  floorArea: { zh: '㎡', en: '㎡' },
  perMu: { zh: '万元/亩', en: 'CNY 10k/mu' },
  percent: { zh: '%', en: '%' },
}

/** The unit that stands in the header of a column; empty for words and dates. */
export const units = (field: Pick<Field, 'kind'>, language: Language): string =>
  shownUnits[field.kind]?.[language] ?? ''
