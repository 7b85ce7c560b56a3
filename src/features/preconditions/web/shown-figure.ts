import { formatDecimal, roundDecimal, signOfDecimal } from '../../../shared/decimal.ts'

/** As an office writes it: two decimals at most, thousands apart; a difference with its sign. */
export function shownFigure(value: string, signed?: 'signed'): string {
  const rounded = roundDecimal(value, 2)
  const text = formatDecimal(rounded, { grouping: true }).replace('-', '−')
  // What is missed by less than a hundredth is missed.
  if (signOfDecimal(rounded) === 0 && signOfDecimal(value) !== 0)
    return signOfDecimal(value) < 0 ? '−0.00…' : '0.00…'
  return signed && signOfDecimal(rounded) > 0 ? `+${text}` : text
}
