import { type Decimal, formatDecimal, multiplyDecimal, roundDecimal } from '../../../shared/decimal.ts'
import type { Field } from '../fields.ts'
import { showNumber, toShown, unitWord, usualUnit } from '../shown-units.ts'

/**
 * A stored number as people read it in a sentence: `12.5亿元`, `800万元`, `35.2亩`; in English `CNY 1,250m`. Exact,
 * unless brief: then in the usual unit of its column, rounded as there.
 */
export function showQuantity(
  stored: Decimal,
  field: Field,
  language: 'zh' | 'en',
  style: { isBrief?: boolean } = {},
): string {
  const usual = usualUnit(field)
  if (!usual) return stored
  if (language === 'en' && ['money', 'foreign', 'perMu'].includes(field.kind)) {
    const millions = multiplyDecimal(stored, '0.01')
    const text = formatDecimal(style.isBrief ? roundDecimal(millions, 1) : millions, { grouping: true })
    return `${field.kind === 'foreign' ? 'USD' : 'CNY'} ${text}m${field.kind === 'perMu' ? '/mu' : ''}`
  }
  const unit = field.kind === 'money' && !style.isBrief ? (isYi(stored) ? '亿元' : '万元') : usual
  const shown = toShown(stored, unit)
  const text = style.isBrief ? showNumber(shown, unit) : formatDecimal(shown, { grouping: true })
  return `${text}${language === 'zh' || unit === '%' ? '' : ' '}${unitWord(unit, language)}`
}

/** From one 亿 on, amounts are spoken of in 亿元. */
const isYi = (stored: Decimal) => /^-?\d{5,}(\.|$)/.test(stored)
