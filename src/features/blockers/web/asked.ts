import { type BlockerKind, blockerKinds } from '../kinds.ts'
import { type BlockerState, blockerStates, type Level, levels } from '../ladder.ts'

/** What the address asks for; `open` and the longest open are meant where nothing is said. */
export type Asked = {
  level: Level | undefined
  corps: string | undefined
  kind: BlockerKind | undefined
  state: Exclude<BlockerState, 'open'> | undefined
  waiting: 'me' | undefined
  raised: 'me' | undefined
  sort: 'level' | undefined
}

export function askedOf(search: Record<string, string>): Asked {
  const one = <T extends string>(words: readonly T[], key: string) =>
    words.find((word) => word === search[key])
  const state = one(blockerStates, 'state')
  return {
    level: one(levels, 'level'),
    corps: search['corps'] || undefined,
    kind: one(blockerKinds, 'kind'),
    state: state === 'open' ? undefined : state,
    waiting: search['waiting'] === 'me' ? 'me' : undefined,
    raised: search['raised'] === 'me' ? 'me' : undefined,
    sort: search['sort'] === 'level' ? 'level' : undefined,
  }
}
