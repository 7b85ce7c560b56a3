import type { LandRule } from '../../../engine/land-rules/rule.ts'
import { Problem, say } from '../../../server/errors.ts'
import { divideDecimal, multiplyDecimal } from '../../../shared/decimal.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { StoredSet } from '../../preconditions/server/queries.ts'
import type { Threshold } from '../plan-contract.ts'

const digits = 6

/** The sets as they would ask if each value of an indicator were so many per cent of what it is. */
export function supposed(sets: readonly StoredSet[], thresholds: readonly Threshold[]): readonly StoredSet[] {
  if (thresholds.length === 0) return sets
  const told = thresholds.map(({ indicator }) => indicator)
  const twice = told.find((key, at) => told.indexOf(key) !== at)
  if (twice) {
    const { zh, en } = indicatorOf(twice)?.words ?? { zh: twice, en: twice }
    throw new Problem(
      'invalid_input',
      say(`“${zh}”的条件值改了两次，只能改一次。`, `“${en}” is changed twice; change it once.`),
    )
  }
  const percents = new Map(thresholds.map(({ indicator, percent }) => [indicator, String(percent)]))
  return sets.map((set) => ({ ...set, rules: set.rules.map(asSupposed) }))

  function asSupposed(rule: LandRule): LandRule {
    const percent = rule.kind === 'indicator' ? percents.get(rule.indicator) : undefined
    if (rule.kind !== 'indicator' || percent === undefined) return rule
    const share = (value: string) => divideDecimal(multiplyDecimal(value, percent), '100', digits)
    return {
      ...{ ...rule, value: share(rule.value) },
      ...(rule.upTo === undefined || rule.upTo === null ? {} : { upTo: share(rule.upTo) }),
    }
  }
}
