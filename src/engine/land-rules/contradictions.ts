import { boundsOf } from './judge.ts'
import { isLeft } from './left.ts'
import type { IndicatorRule, IndustryRule, LandRule, Leaves } from './rule.ts'
import { areAlike, compareQuantities, type Quantity } from './units.ts'

/** Rules that no offer can keep together: one by itself, or as few as it takes. */
export type Contradiction = { rules: readonly LandRule[]; why: 'bounds' | 'units' | 'industry' }

export function contradictionsIn(rules: readonly LandRule[], leaves: Leaves): Contradiction[] {
  const figures = rules.filter((rule) => rule.kind === 'indicator')
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  return [
    ...[...byIndicator.values()].flatMap(ofFigures),
    ...ofIndustries(
      rules.filter((rule) => rule.kind === 'industry'),
      leaves,
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

/** Rules contradict each other where they leave no industry at all of those that they allow. */
function ofIndustries(rules: IndustryRule[], leaves: Leaves): Contradiction[] {
  const lefts = rules.map((rule) => ({ rule, has: isLeft(rule, leaves) }))
  const named = rules.flatMap(({ allow }) => allow)
  const allowed = [...new Set(named.flatMap((code) => [...leaves(code)]))]
  const isOpen = (...some: typeof lefts) => allowed.some((leaf) => some.every(({ has }) => has(leaf)))
  if (named.length === 0 || isOpen(...lefts)) return []
  const alone = lefts.find((one) => one.rule.allow.length > 0 && !isOpen(one))
  if (alone) return [{ rules: [alone.rule], why: 'industry' }]
  for (const one of lefts)
    for (const other of lefts)
      if (one !== other && one.rule.allow.length > 0 && !isOpen(one, other))
        return [{ rules: [one.rule, other.rule], why: 'industry' }]
  return [{ rules, why: 'industry' }]
}
