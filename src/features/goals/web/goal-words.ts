import {
  divideDecimal,
  isDecimal,
  multiplyDecimal,
  parseDecimal,
  roundDecimal,
  signOfDecimal,
} from '../../../shared/decimal.ts'
import { nothing, showMoney, showNumber, showPercent } from '../../../web/format.ts'
import type { Words } from '../../../web/i18n/index.ts'
import type { Goal } from '../contract.ts'
import { type Measure, type MeasureKey, measures } from '../measures.ts'

export const isMoney = (key: MeasureKey) => (measures[key] as Measure).unit === 'money'

/** A value of a measure as people read it: 个, or 亿元 to two decimals. */
export const showValue = (key: MeasureKey, value: string) =>
  isMoney(key) ? showMoney(value, { unit: '亿元' }) : showNumber(value)

/** Typed in 个 or 亿元, kept in 个 or 万元, exactly; undefined for what is no amount. */
export function typedToStored(key: MeasureKey, text: string): string | undefined {
  const typed = parseDecimal(text.replaceAll(/[,，\s]/g, ''))
  if (typed === undefined || !isDecimal(typed) || signOfDecimal(typed) < 0) return undefined
  return isMoney(key) ? multiplyDecimal(typed, '10000') : typed
}
export const storedToTyped = (key: MeasureKey, value: string) =>
  isMoney(key) ? multiplyDecimal(value, '0.0001') : value

export const unitWords = (key: MeasureKey, t: Words) => t(isMoney(key) ? 'money' : 'count')

export const rateWords = ({ rate }: Pick<Goal, 'rate'>) => showPercent(rate, { sign: true })

/** `+9.2` or `−5.3`: percentage points, rounded once. */
export function differenceWords({ ahead }: Pick<Goal, 'ahead'>, t: Words, isShort = false): string {
  if (ahead === null) return nothing
  const points = roundDecimal(multiplyDecimal(ahead, '100'), 1)
  const sign = signOfDecimal(points)
  const given = { points: showNumber(points.replace('-', ''), 1) }
  if (sign === 0) return isShort ? '0.0' : t('level')
  return t(sign > 0 ? (isShort ? 'aheadShort' : 'ahead') : isShort ? 'behindShort' : 'behind', given)
}

/** How far a bar is drawn: at most its whole length. */
export const barWidth = (ratio: string | null) =>
  `${Math.max(0, Math.min(100, Number(divideDecimal(ratio ?? '0', '0.01', 2))))}%`
