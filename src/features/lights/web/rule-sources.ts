import type { LightRule } from '../../../engine/lights/rule.ts'
import type { LightRules } from '../contract.ts'
import type { PresetKey } from '../presets.ts'

/** A preset or a rule of the zone's own, as something to look at, edit and copy. */
export type RuleSource = {
  /** In the address: a rule's id, or a preset's key. */
  key: string
  name: string
  /** Of a preset: where it was published. */
  source: string | null
  note: string | null
  preset: PresetKey | null
  definition: LightRule
  isOwn: boolean
  fromMonth: string | null
  isInForce: boolean
  revision: number
  abilities: readonly string[]
}

/** The zone's own first, then the presets. */
export function ruleSources(rules: LightRules, language: 'zh' | 'en'): RuleSource[] {
  const own = rules.items.map(({ id, ...rule }) => {
    const from = rules.presets.find(({ key }) => key === rule.preset)
    return { ...rule, key: id, source: from?.name[language] ?? null, note: null, isOwn: true }
  })
  const presets = rules.presets.map(({ key, name, source, note, definition }) => ({
    ...{ key, name: name[language], source: source[language], note: note?.[language] ?? null },
    ...{ preset: key, definition, isOwn: false, fromMonth: null, revision: 0, abilities: [] },
    isInForce: rules.inForce.id === null && rules.inForce.preset === key,
  }))
  return [...own, ...presets]
}
