import { compareDecimal, parseDecimal } from '../../shared/decimal.ts'

/** Amounts of which the first is part of the second. */
export const amountParts = [['fixedAssetInvestment', 'totalInvestment']] as const

export type OverWhole = { part: string; whole: string; partValue: string; wholeValue: string }

/** Where a project's part is larger than its whole: most often 亿 and 万 mixed up, so it is said and never forbidden. */
export function partsOverWhole(values: Readonly<Record<string, unknown>>): OverWhole[] {
  return amountParts.flatMap(([part, whole]) => {
    const [partValue, wholeValue] = [values[part], values[whole]]
    if (typeof partValue !== 'string' || typeof wholeValue !== 'string') return []
    const [a, b] = [parseDecimal(partValue), parseDecimal(wholeValue)]
    return a !== undefined && b !== undefined && compareDecimal(a, b) > 0
      ? [{ part, whole, partValue, wholeValue }]
      : []
  })
}

/** The amount that another is part of, or that is part of it. */
export const partnerOf = (field: string): string | undefined =>
  amountParts.flatMap(([part, whole]) => (field === part ? whole : field === whole ? part : []))[0]
