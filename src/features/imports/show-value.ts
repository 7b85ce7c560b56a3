import { muFromSquareMetres } from '../../shared/area.ts'
import {
  compareDecimal,
  formatDecimal,
  multiplyDecimal,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  signOfDecimal,
} from '../../shared/decimal.ts'
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
  亿元: 'CNY 100m',
  万元: 'CNY 10k',
  元: 'CNY',
  亿美元: 'USD 100m',
  万美元: 'USD 10k',
  美元: 'USD',
  亩: 'mu',
  公顷: 'ha',
  平方公里: 'km²',
  '万㎡': '10k ㎡',
  '万元/亩': 'CNY 10k/mu',
}

/** 万元 in Chinese, CNY 10k in English; a unit without an English word stays as it is. */
export const showUnit = (unit: string, language: Language): string =>
  language === 'en' ? (unitWords[unit] ?? unit) : unit

export const fieldLabel = (key: string, language: Language): string => fieldByKey.get(key)?.[language] ?? key

const oneYi = '10000'

/** The unit that amounts of money are best read in together: of the file's column if known, else by their size. */
export function moneyUnitFor(values: readonly (string | null)[], wished?: string): '亿元' | '万元' {
  if (wished === '亿元' || wished === '万元') return wished
  const amounts = values.map((value) => (value === null ? undefined : parseDecimal(value)))
  const large = amounts.some((value) => value !== undefined && compareDecimal(sizeOf(value), oneYi) >= 0)
  return large ? '亿元' : '万元'
}
const sizeOf = (value: string) => (signOfDecimal(value) < 0 ? negateDecimal(value) : value)

/** A stored value as people read it, exact: nothing is rounded where somebody checks with a pencil. */
export function showValue(key: string, value: string | null, showing: Showing): string {
  if (value === null) return ''
  const field = fieldByKey.get(key)
  return field ? showOf(field, value, showing) : value
}

function showOf(field: Field, value: string, { language, moneyUnit, corpsName }: Showing): string {
  if (field.kind === 'choice')
    return field.choices?.find((choice) => choice.value === value)?.[language] ?? value
  if (field.kind === 'corps') return corpsName?.(value) ?? value
  if (field.kind === 'when') return showWhen(value, language)
  const amount = parseDecimal(value)
  if (amount === undefined) return value
  const grouped = (factor: string) => formatDecimal(multiplyDecimal(amount, factor), { grouping: true })
  const zh = language === 'zh'
  switch (field.kind) {
    case 'money':
      if (!zh) return `CNY ${grouped('0.01')}m`
      return moneyUnitFor([amount], moneyUnit) === '亿元' ? `${grouped('0.0001')}亿元` : `${grouped('1')}万元`
    case 'foreign':
      return zh ? `${grouped('1')}万美元` : `USD ${grouped('0.01')}m`
    case 'area':
      return `${formatDecimal(roundDecimal(muFromSquareMetres(amount), 4), { grouping: true })}${zh ? '亩' : ' mu'}`
    case 'floorArea':
      return `${grouped('1')}${zh ? '' : ' '}㎡`
    case 'perMu':
      return zh ? `${grouped('1')}万元/亩` : `CNY ${grouped('10')}k/mu`
    case 'percent':
      return `${grouped('100')}%`
    default:
      return value
  }
}
