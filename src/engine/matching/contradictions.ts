import { isLimit, type Rule } from './rule.ts'

/** Two rules that nothing can meet together, or that cannot be set beside each other. */
export type Contradiction = {
  indicator: string
  rules: [string, string]
  /** `limits`: at least more than at most. `codes`: no code is left. `units`: one figure in two units. */
  kind: 'limits' | 'codes' | 'units'
}

/** Only rules that can bind one project on one space contradict. */
export function contradictionsOf(rules: readonly Rule[]): Contradiction[] {
  const alike = Map.groupBy(rules, ({ on, indicator, isPerMu }) => JSON.stringify([on, indicator, isPerMu]))
  return [...alike.values()].flatMap(contradictionsAmong)
}

function contradictionsAmong(rules: readonly Rule[]): Contradiction[] {
  return rules.flatMap((one, at) =>
    rules.slice(at + 1).flatMap((other): Contradiction[] => {
      if (!meet(one.projects, other.projects) || !meet(one.spaces, other.spaces)) return []
      const kind = kindOf(one, other)
      return kind ? [{ indicator: one.indicator, rules: [one.id, other.id], kind }] : []
    }),
  )
}

function kindOf(one: Rule, other: Rule): Contradiction['kind'] | null {
  if (one.unit !== other.unit) return 'units'
  if (isLimit(one) && isLimit(other)) {
    const least = one.op === 'atLeast' ? one : other
    const most = one.op === 'atLeast' ? other : one
    if (least.op === most.op || least.value === null || most.value === null) return null
    return least.value > most.value ? 'limits' : null
  }
  if (isLimit(one) || isLimit(other)) return null
  if (one.op === 'noneOf' && other.op === 'noneOf') return null
  const wanted = one.op === 'oneOf' ? one : other
  const rest = one.op === 'oneOf' ? other : one
  const isLeft = wanted.values.some((code) => rest.values.includes(code) === (rest.op === 'oneOf'))
  return isLeft ? null : 'codes'
}

const meet = (one: readonly string[] | null, other: readonly string[] | null) =>
  one === null || other === null || one.some((id) => other.includes(id))
