import { judgeRule } from '../../../engine/land-rules/judge.ts'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { PlaceName } from '../../../engine/matching/place.ts'
import type { Check } from '../../../engine/matching/rule.ts'
import type { PromiseEntry } from '../../preconditions/contract.ts'
import { figuresOf, offerOf } from '../../preconditions/model/offer.ts'
import { knownIndustry, leaves } from '../../preconditions/server/industries.ts'
import { bindingSets, type StoredSet } from '../../preconditions/server/queries.ts'
import { landRuleKey, landRuleWords } from './land-rule-words.ts'

type Line = Record<string, unknown>
export type LandChecks = {
  checksOn: (place: PlaceName) => Check[]
  wordsOf: (rule: string) => { zh: string; en: string } | null
}

/** The rules of each parcel, held against what the project would offer by the mu on that very place. What people confirm is the same on every place, and left to the door. */
export function landChecks(
  sets: readonly StoredSet[],
  line: Line,
  promises: readonly PromiseEntry[],
): LandChecks {
  const industry = knownIndustry(typeof line['industryCode'] === 'string' ? line['industryCode'] : null)
  return {
    checksOn(place) {
      if (place.kind === 'room' || place.kind === 'rooms') return []
      const figures = figuresOf({ ...line, landArea: String(place.areaM2) }, [], promises)
      const offer = offerOf(figures, new Map(), industry)
      return bindingSets(sets, place.spaces).flatMap((set) =>
        set.rules.flatMap((rule) =>
          rule.kind === 'indicator' || rule.kind === 'industry'
            ? [checkOf(landRuleKey(set, rule), rule)]
            : [],
        ),
      )

      function checkOf(key: string, rule: LandRule): Check {
        const { verdict, offered, margin } = judgeRule(rule, offer, leaves)
        return {
          rule: key,
          standing: verdict,
          required:
            rule.kind === 'indicator'
              ? rule.operator === 'between'
                ? [rule.value, rule.upTo ?? rule.value]
                : Number(rule.value)
              : rule.kind === 'industry'
                ? rule.allow
                : null,
          offered: offered === null ? (rule.kind === 'industry' ? industry : null) : Number(offered),
          difference: margin === null ? null : -Number(margin),
          unit: rule.kind === 'indicator' ? rule.unit : '',
        }
      }
    },
    wordsOf: landRuleWords(sets),
  }
}
