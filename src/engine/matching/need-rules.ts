import { dayNumberOf } from './place.ts'
import type { Project } from './project.ts'
import type { Rule } from './rule.ts'

const common = { on: 'place', isPerMu: false, spaces: null } as const

/** What a project needs of its place, as rules like all others, so that “which rule keeps it out” has one answer. */
export function needRules({ id, need }: Project): Rule[] {
  const bound = { ...common, projects: [id] }
  const limit = (name: string, indicator: string, op: 'atLeast' | 'atMost', value: number, unit: string) =>
    ({ ...bound, id: `need.${name}`, indicator, op, value, unit }) as const
  return [
    { ...bound, id: 'need.kind', indicator: 'kind', op: 'oneOf', values: need.kinds, unit: '' },
    limit('areaLeast', 'areaM2', 'atLeast', need.leastM2, '㎡'),
    limit('areaMost', 'areaM2', 'atMost', need.mostM2, '㎡'),
    ...(need.latestOn === null
      ? []
      : [limit('ready', 'readyDay', 'atMost', dayNumberOf(need.latestOn), 'day')]),
    ...(need.loadTPerM2 === null ? [] : [limit('load', 'loadTPerM2', 'atLeast', need.loadTPerM2, 't/㎡')]),
    ...(need.heightM === null ? [] : [limit('height', 'heightM', 'atLeast', need.heightM, 'm')]),
  ]
}
