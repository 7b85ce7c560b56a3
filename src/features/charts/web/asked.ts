import { addToMonth, isMonth, type Month } from '../../../shared/days.ts'
import { type Phase, phaseKeys } from '../../projects/phases.ts'
import { type SupportKind, type SupportState, supportKinds, supportStates } from '../support-kinds.ts'

type Search = Record<string, string | undefined>
const one = <T extends string>(words: readonly T[], text: string | undefined) =>
  words.find((word) => word === text)

export const spans = ['6', '12', '18', '24'] as const
export const onlys = ['todo', 'overdue'] as const

/** What the address asks of the battle chart; a year by corps where nothing is said. */
export type BattleAsked = {
  from: Month | undefined
  months: number
  group: 'corps' | 'chain'
  corps: string | undefined
  chain: string | undefined
  phase: Phase | undefined
  q: string | undefined
  only: (typeof onlys)[number] | undefined
}
export function battleAsked(search: Search): BattleAsked {
  return {
    from: isMonth(search['from']) ? search['from'] : undefined,
    months: Number(one(spans, search['months']) ?? '12'),
    group: search['group'] === 'chain' ? 'chain' : 'corps',
    corps: search['corps'] || undefined,
    chain: search['chain'] || undefined,
    phase: one(phaseKeys, search['phase']),
    q: search['q'] || undefined,
    only: one(onlys, search['only']),
  }
}
export const isNarrowed = ({ corps, chain, phase, q, only }: BattleAsked) =>
  Boolean(corps || chain || phase || q || only)

/** The cell whose panel is open: `cell=PROJECT.2022-03`. */
export function cellAsked(search: Search): { projectId: string; month: Month } | undefined {
  const [projectId = '', month = ''] = (search['cell'] ?? '').split('.')
  return projectId && isMonth(month) ? { projectId, month } : undefined
}
export const cellAddress = (projectId: string, month: Month) => `${projectId}.${month}`

export const stepFrom = (from: Month, months: number): Month => {
  const moved = addToMonth(from, months)
  return moved < '2000-01' ? '2000-01' : moved > '2197-12' ? '2197-12' : moved
}

export type SupportAsked = {
  corps: string | undefined
  kind: SupportKind | undefined
  of: string | undefined
  state: SupportState | 'all' | undefined
  q: string | undefined
}
export function supportAsked(search: Search): SupportAsked {
  const state = one([...supportStates, 'all'] as const, search['state'])
  return {
    corps: search['corps'] || undefined,
    kind: one(supportKinds, search['kind']),
    of: search['of'] || undefined,
    state: state === 'open' ? undefined : state,
    q: search['q'] || undefined,
  }
}
