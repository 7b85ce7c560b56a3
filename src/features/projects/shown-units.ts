import { muFromSquareMetres, squareMetresFromMu } from '../../shared/area.ts'
import { type Decimal, formatDecimal, multiplyDecimal, roundDecimal } from '../../shared/decimal.ts'
import type { Field, FieldKind } from './fields.ts'

/** The unit in which a column shows its numbers; what is kept stays 万元, 万美元 and ㎡. */
export type ShownUnit = '亿元' | '万元' | '万美元' | '亩' | '㎡' | '万元/亩' | '%'

/** Amounts that offices speak of in 亿元 unless told otherwise. */
const usuallyYi: ReadonlySet<string> = new Set(['totalInvestment', 'fixedAssetInvestment', 'expectedOutput'])

const unitOfKind: Partial<Record<FieldKind, ShownUnit>> = {
  money: '万元',
  foreign: '万美元',
  area: '亩',
  floorArea: '㎡',
  perMu: '万元/亩',
  percent: '%',
}
const digitsOf: Record<ShownUnit, number> = {
  亿元: 2,
  万元: 0,
  万美元: 0,
  亩: 2,
  '㎡': 0,
  '万元/亩': 1,
  '%': 1,
}

/** Decimals that a number of this unit is shown with. */
export const shownDigits = (unit: ShownUnit) => digitsOf[unit]

const unitWords: Record<ShownUnit, string> = {
  亿元: 'CNY 100m',
  万元: 'CNY 10k',
  万美元: 'USD 10k',
  亩: 'mu',
  '㎡': '㎡',
  '万元/亩': 'CNY 10k/mu',
  '%': '%',
}
export const unitWord = (unit: ShownUnit, language: 'zh' | 'en') =>
  language === 'zh' ? unit : unitWords[unit]

export const usualUnit = (field: Field): ShownUnit | undefined =>
  field.kind === 'money' && usuallyYi.has(field.key) ? '亿元' : unitOfKind[field.kind]

export const isNumeric = (field: Field) => unitOfKind[field.kind] !== undefined

/** Exact: the number that stands in a cell of this unit, before rounding for the eye. */
export function toShown(stored: Decimal, unit: ShownUnit): Decimal {
  if (unit === '亿元') return multiplyDecimal(stored, '0.0001')
  if (unit === '%') return multiplyDecimal(stored, '100')
  if (unit === '亩') return shortestMu(stored)
  return multiplyDecimal(stored, '1')
}

export function toStored(shown: Decimal, unit: ShownUnit): Decimal {
  if (unit === '亿元') return multiplyDecimal(shown, '10000')
  if (unit === '%') return multiplyDecimal(shown, '0.01')
  if (unit === '亩') return squareMetresFromMu(shown)
  return multiplyDecimal(shown, '1')
}

/** 100 亩 is kept as 66666.6667 ㎡, which is 100.00000005 亩: the shortest number that leads back to the same ㎡. */
function shortestMu(squareMetres: Decimal): Decimal {
  const exact = muFromSquareMetres(squareMetres)
  const kept = multiplyDecimal(squareMetres, '1')
  for (let digits = 0; digits < 8; digits++) {
    const mu = roundDecimal(exact, digits)
    if (squareMetresFromMu(mu) === kept) return mu
  }
  return exact
}

/** As the eye sees it, rounded to what the unit deserves and grouped: `1,234.50`. Takes a shown number. */
export const showNumber = (shown: Decimal, unit: ShownUnit): string =>
  formatDecimal(shown, { digits: digitsOf[unit], grouping: true })
