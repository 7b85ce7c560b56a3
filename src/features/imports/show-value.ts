import { muFromSquareMetres } from '../../shared/area.ts'
import { compareDecimal, formatDecimal, multiplyDecimal, negateDecimal, parseDecimal, roundDecimal, signOfDecimal } from '../../shared/decimal.ts'
import { showWhen } from '../../shared/when.ts'
import { type Field, fieldByKey } from '../projects/fields.ts'

export type Language = 'zh' | 'en'

export type Showing = {
  language: Language
  /** 亿元 or 万元; without one, 亿元 from one 亿 on. */
  moneyUnit?: string | undefined
  /** Names of corps by id. */
  corpsName?: ((id: string) => string | undefined) | undefined
}

const unitWords: Record<string, string> = {
  亿元: '100m CNY', 万元: '10k CNY', 元: 'CNY', 亿美元: '100m USD', 万美元: '10k USD', 美元: 'USD',
  亩: 'mu', '㎡': '㎡', 公顷: 'ha', 平方公里: 'km²', 万平方米: '10k ㎡', '万元/亩': '10k CNY/mu', '%': '%',
}

/** 万元 in Chinese, 10k CNY in English; a unit without an English word stays as it is. */
export const showUnit = (unit: string, language: Language): string =>
  language === 'en' ? (unitWords[unit] ?? unit) : unit

export const fieldLabel = (key: string, language: Language): string => fieldByKey.get(key)?.[language] ?? key

const oneYi = '10000'

/** The unit that amounts of money are best read in together: of the file's column if known, else by their size. */
export function moneyUnitFor(values: readonly (string | null)[], wished?: string): '亿元' | '万元' {
  if (wished === '亿元' || wished === '万元') return wished
  const amounts = values.map((value) => (value === null ? undefined : parseDecimal(value))).filter((value) => value !== undefined)
  const large = amounts.some((value) => compareDecimal(signOfDecimal(value) < 0 ? negateDecimal(value) : value, oneYi) >= 0)
  return large ? '亿元' : '万元'
}

/** A stored value as people read it, exact: nothing is rounded where somebody checks with a pencil. */
export function showValue(key: string, value: string | null, showing: Showing): string {
  if (value === null) return ''
  const field = fieldByKey.get(key)
  return field ? showOf(field, value, showing) : value
}

function showOf(field: Field, value: string, { language, moneyUnit, corpsName }: Showing): string {
  const withUnit = (amount: string, unit: string) =>
    unit === '%' ? `${amount}%` : `${amount} ${showUnit(unit, language)}`
  if (field.kind === 'choice') return field.choices?.find((choice) => choice.value === value)?.[language] ?? value
  if (field.kind === 'corps') return corpsName?.(value) ?? value
  if (field.kind === 'when') return showWhen(value, language)
  const amount = parseDecimal(value)
  if (amount === undefined) return value
  const grouped = (decimal: string) => formatDecimal(decimal, { grouping: true })
  switch (field.kind) {
    case 'money': {
      const unit = moneyUnitFor([amount], moneyUnit)
      return withUnit(grouped(unit === '亿元' ? multiplyDecimal(amount, '0.0001') : amount), unit)
    }
    case 'foreign':
      return withUnit(grouped(amount), '万美元')
    case 'area':
      return withUnit(grouped(roundDecimal(muFromSquareMetres(amount), 4)), '亩')
    case 'floorArea':
      return withUnit(grouped(amount), '㎡')
    case 'perMu':
      return withUnit(grouped(amount), '万元/亩')
    case 'percent':
      return withUnit(grouped(multiplyDecimal(amount, '100')), '%')
    default:
      return value
  }
}
