import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { Language } from '../../../web/i18n/index.ts'
import type { RuleSet, RuleSets } from '../contract.ts'
import type { PresetKey } from '../presets.ts'

/** What an editor begins with: a set of the zone, or a published example to make one of. */
export type SetSource = {
  key: string
  name: string
  source: string
  preset: PresetKey | null
  rules: readonly LandRule[]
  set: RuleSet | undefined
}

export const setSources = ({ items, presets }: RuleSets, language: Language): SetSource[] => [
  ...items.map((set) => ({
    key: set.id,
    name: set.name,
    source: set.source,
    preset: set.preset,
    rules: set.rules,
    set,
  })),
  ...presets.map(({ key, name, source, rules }) => ({
    key,
    name: name[language],
    source: source[language],
    preset: key,
    rules,
    set: undefined,
  })),
]
