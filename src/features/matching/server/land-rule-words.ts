import type { LandRule } from '../../../engine/land-rules/rule.ts'
import { requiredWords, ruleName } from '../../preconditions/model/rule-words.ts'
import type { StoredSet } from '../../preconditions/server/queries.ts'

export const landRuleKey = (set: Pick<StoredSet, 'id'>, rule: LandRule) => `${set.id} ${rule.id}`

/** What a rule of these sets asks for, by its key; null for what is none of theirs. */
export function landRuleWords(sets: readonly StoredSet[]) {
  const rules = new Map(sets.flatMap((set) => set.rules.map((rule) => [landRuleKey(set, rule), rule])))
  return (key: string): { zh: string; en: string } | null => {
    const rule = rules.get(key)
    if (!rule) return null
    const words = (language: 'zh' | 'en') =>
      [ruleName(rule, language), requiredWords(rule, language)].filter(Boolean).join(' ')
    return { zh: words('zh'), en: words('en') }
  }
}
