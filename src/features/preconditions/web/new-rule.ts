import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { RuleInput } from '../contract.ts'

/** A rule as the editor holds it; one copied from an example gets an id of its own from the server. */
export function draftOf({ id, ...rule }: LandRule, isOwn: boolean): RuleInput {
  const draft = {
    ...rule,
    ...('allow' in rule ? { allow: [...rule.allow], forbid: [...rule.forbid] } : {}),
  } as RuleInput
  return isOwn ? { ...draft, id } : draft
}

/** Where a new one begins. */
export function newRule(kind: RuleInput['kind'], source: string): RuleInput {
  const common = { kind, checkStage: 'landSupplied', source: source || '—' } as const
  if (kind === 'indicator')
    return {
      ...common,
      checkStage: 'fullCapacity',
      indicator: 'fixedInvestIntensity',
      operator: 'atLeast',
      value: '',
      unit: '万元/亩',
    }
  if (kind === 'industry') return { ...common, allow: [], forbid: [] }
  if (kind === 'enterprise') return { ...common, presence: 'registered' }
  return { ...common, text: '' }
}
