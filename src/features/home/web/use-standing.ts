import { useQueries, useQuery } from '@tanstack/react-query'
import type { Static } from '../../../shared/schema.ts'
import { api } from '../../../web/api.ts'
import { useMe } from '../../../web/session.tsx'
import type { Condition, Groups } from '../../projects/contract.ts'

type GroupList = Static<typeof Groups>
export type Figure = { count: number; amountWan: string | null }
export type StandingRow = Figure & { corpsId: string | null; byStage: ReadonlyMap<string, Figure> }

/** Projects that go on; what is on hold, lost, transferred or rescinded is told beside the table. */
export const ongoing: Condition = { field: 'standing', op: 'is', value: ['ongoing'] }

export const inCorps = (corpsId: string | null): Condition =>
  corpsId === null ? { field: 'corps', op: 'blank' } : { field: 'corps', op: 'is', value: [corpsId] }

export const inStage = (stage: string): Condition => ({ field: 'stage', op: 'is', value: [stage] })

/** Search of an address that opens the ledger with these conditions. */
export const ledgerSearch = (where: readonly Condition[], sort?: string) =>
  ({ where: JSON.stringify(where), ...(sort ? { sort } : {}) }) as never

export const groupsBy = (by: 'corps' | 'stage' | 'standing', where: readonly Condition[]) => ({
  queryKey: ['ledger', 'groups', by, where],
  queryFn: () =>
    api.get<GroupList>('/ledger/groups', { by, where: where.length > 0 ? JSON.stringify(where) : undefined }),
})

const figureOf = ({ count, sums }: GroupList['items'][number]): Figure => ({
  count,
  amountWan: sums['totalInvestment'] ?? null,
})

const byValue = (groups: GroupList | undefined) =>
  new Map((groups?.items ?? []).map((group) => [group.value ?? '', figureOf(group)]))

/** Counts and total investment by corps and stage: one question per corps, each answered from an index. */
export function useStanding() {
  const { corpsId: own } = useMe()
  const corps = useQuery(groupsBy('corps', [ongoing]))
  const stages = useQuery(groupsBy('stage', [ongoing]))
  const standings = useQuery(groupsBy('standing', []))
  const corpsItems = corps.data?.items ?? []
  const each = useQueries({
    queries: corpsItems.map((group) => groupsBy('stage', [ongoing, inCorps(group.value)])),
  })
  const rows = corpsItems.map(
    (group, index): StandingRow => ({
      ...figureOf(group),
      corpsId: group.value,
      byStage: byValue(each[index]?.data),
    }),
  )
  const asked = [corps, stages, standings, ...each]
  return {
    // One's own corps first, then each in its place in the order of units; what has none stands last.
    rows: [0, 1, 2].flatMap((place) =>
      rows.filter(({ corpsId }) => place === (corpsId === null ? 2 : corpsId === own ? 0 : 1)),
    ),
    byStage: byValue(stages.data),
    byStanding: byValue(standings.data),
    isPending: asked.some((query) => query.isPending),
    error: asked.find((query) => query.error)?.error ?? null,
    retry: () => {
      for (const query of asked) if (query.error) void query.refetch()
    },
  }
}

export type Standing = ReturnType<typeof useStanding>
