import { compareDecimal, type Decimal, subtractDecimal } from '../../shared/decimal.ts'
import { isLeft } from './left.ts'
import type { IndicatorRule, IndustryRule, Judged, LandRule, Leaves, Offer } from './rule.ts'
import { areAlike, compareQuantities, inUnit, type Quantity } from './units.ts'

const unknown: Judged = { verdict: 'unknown', offered: null, margin: null }

/** Whether an offer keeps a rule. */
export function judgeRule(rule: LandRule, offer: Offer, leaves: Leaves): Judged {
  switch (rule.kind) {
    case 'indicator':
      return judgeFigure(rule, offer.figures.get(rule.indicator))
    case 'industry':
      return judgeIndustry(rule, offer.industry, leaves)
    case 'enterprise':
    case 'statement':
      return judgeAnswer(offer.answers.get(rule.id))
  }
}

const judgeAnswer = (answer: boolean | undefined): Judged =>
  answer === undefined ? unknown : { ...unknown, verdict: answer ? 'pass' : 'fail' }

function judgeFigure(rule: IndicatorRule, figure: Quantity | undefined): Judged {
  if (!figure || !areAlike(figure.unit, rule.unit)) return unknown
  const { lower, upper } = boundsOf(rule)
  const isKept =
    (!lower || compareQuantities(figure, lower) >= 0) && (!upper || compareQuantities(figure, upper) <= 0)
  const offered = inUnit(figure, rule.unit)
  const margins = [
    ...(lower ? [subtractDecimal(offered, lower.value)] : []),
    ...(upper ? [subtractDecimal(upper.value, offered)] : []),
  ]
  return { verdict: isKept ? 'pass' : 'fail', offered, margin: least(margins) }
}

const least = (values: Decimal[]): Decimal | null =>
  values.reduce<Decimal | null>(
    (low, value) => (low !== null && compareDecimal(low, value) <= 0 ? low : value),
    null,
  )

/** What a rule allows of its indicator, both ends with it. */
export function boundsOf({ operator, value, upTo, unit }: IndicatorRule): {
  lower?: Quantity
  upper?: Quantity
} {
  if (operator === 'atLeast') return { lower: { value, unit } }
  if (operator === 'atMost') return { upper: { value, unit } }
  return { lower: { value, unit }, upper: { value: upTo ?? value, unit } }
}

/** A code that is wider than what is allowed or forbidden within it may be either. */
function judgeIndustry(rule: IndustryRule, code: string | null, leaves: Leaves): Judged {
  const own = [...(code === null ? [] : leaves(code))]
  if (own.length === 0) return unknown
  const left = own.filter(isLeft(rule, leaves))
  if (left.length === 0) return { ...unknown, verdict: 'fail' }
  return left.length < own.length ? unknown : { ...unknown, verdict: 'pass' }
}
