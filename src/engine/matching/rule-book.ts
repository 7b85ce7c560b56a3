import type { Place } from './place.ts'
import type { Project } from './project.ts'
import type { Rule } from './rule.ts'

/** The rules that bind one project, by where they do. */
export type RuleBook = { everywhere: readonly Rule[]; bySpace: ReadonlyMap<string, readonly Rule[]> }

export function ruleBookFor(rules: readonly Rule[], { id }: Project): RuleBook {
  const everywhere: Rule[] = []
  const bySpace = new Map<string, Rule[]>()
  for (const rule of rules) {
    if (rule.projects !== null && !rule.projects.includes(id)) continue
    if (rule.spaces === null) everywhere.push(rule)
    else for (const space of rule.spaces) bySpace.set(space, [...(bySpace.get(space) ?? []), rule])
  }
  return { everywhere, bySpace }
}

export function rulesOn({ everywhere, bySpace }: RuleBook, { spaces }: Place): readonly Rule[] {
  if (bySpace.size === 0) return everywhere
  const bound = spaces.flatMap(({ id }) => bySpace.get(id) ?? [])
  return bound.length === 0 ? everywhere : [...everywhere, ...new Set(bound)]
}
