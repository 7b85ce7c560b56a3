import { boundsOf } from './judge.ts'
import type { Covers, IndicatorRule, IndustryRule, LandRule } from './rule.ts'
import { areAlike, compareQuantities, type Quantity } from './units.ts'

/** Rules that no offer can keep together: one by itself, or as few as it takes. */
export type Contradiction = { rules: readonly LandRule[]; why: 'bounds' | 'units' | 'industry' }

export function contradictionsIn(rules: readonly LandRule[], covers: Covers): Contradiction[] {
  const figures = rules.filter((rule) => rule.kind === 'indicator')
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  return [
    ...[...byIndicator.values()].flatMap(ofFigures),
    ...ofIndustries(
      rules.filter((rule) => rule.kind === 'industry'),
      covers,
    ),
  ]
}

type Bound = { rule: IndicatorRule; at: Quantity }

function ofFigures(rules: IndicatorRule[]): Contradiction[] {
  const [first, ...others] = rules
  const unlike = first && others.find((other) => !areAlike(first.unit, other.unit))
  if (first && unlike) return [{ rules: [first, unlike], why: 'units' }]
  const bounds = rules.map((rule) => ({ rule, ...boundsOf(rule) }))
  const lowest = tightest(
    bounds.flatMap(({ rule, lower }) => (lower ? [{ rule, at: lower }] : [])),
    1,
  )
  const highest = tightest(
    bounds.flatMap(({ rule, upper }) => (upper ? [{ rule, at: upper }] : [])),
    -1,
  )
  if (!lowest || !highest || compareQuantities(lowest.at, highest.at) <= 0) return []
  return [{ rules: [...new Set([lowest.rule, highest.rule])], why: 'bounds' }]
}

const tightest = (bounds: Bound[], way: 1 | -1): Bound | undefined =>
  bounds.reduce<Bound | undefined>(
    (best, one) => (best && compareQuantities(one.at, best.at) * way <= 0 ? best : one),
    undefined,
  )

/** An industry is left where a code that one rule allows is allowed by all others, or holds one that is, and forbidden by none. */
function ofIndustries(rules: IndustryRule[], covers: Covers): Contradiction[] {
  const allowing = rules.filter(({ allow }) => allow.length > 0)
  if (allowing.length === 0 || isOpen(rules, covers)) return []
  for (const one of rules) if (!isOpen([one], covers)) return [{ rules: [one], why: 'industry' }]
  for (const one of allowing)
    for (const other of rules)
      if (one !== other && !isOpen([one, other], covers)) return [{ rules: [one, other], why: 'industry' }]
  return [{ rules, why: 'industry' }]
}

function isOpen(rules: readonly IndustryRule[], covers: Covers): boolean {
  const allowing = rules.filter(({ allow }) => allow.length > 0)
  if (allowing.length === 0) return true
  const named = rules.flatMap(({ allow }) => allow)
  return named.some(
    (code) =>
      allowing.every(({ allow }) => allow.some((wider) => covers(wider, code))) &&
      !rules.some(({ forbid }) => forbid.some((wider) => covers(wider, code))),
  )
}
