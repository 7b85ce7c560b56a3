import { hashKey, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from '../../../shared/schema.ts'
import type { Groups, Totals } from '../contract.ts'
import { getCancelling } from './ledger-fetch.ts'
import type { LedgerAsk } from './ledger-query.ts'

type LedgerTotals = Static<typeof Totals>
type LedgerGroups = Static<typeof Groups>

/** Exact sums over every row that matches `shown`, whether it is on screen or not; those of `ask` are fetched beside. */
export function useTotals(ask: LedgerAsk, shown: LedgerAsk): LedgerTotals | undefined {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: totalsKey(ask),
    queryFn: ({ signal }) =>
      getCancelling<LedgerTotals>(
        '/ledger/totals',
        { q: ask.q, where: ask.where, within: ask.within },
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return client.getQueryData<LedgerTotals>(totalsKey(shown)) ?? data
}

const totalsKey = ({ q, where, within }: LedgerAsk) => ['ledger', 'totals', { q, where, within }] as const

/** Groups of the list that `shown` asks for; those of `ask` are fetched beside its rows. */
export function useGroups(ask: LedgerAsk, shown: LedgerAsk): LedgerGroups | undefined {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: groupsKey(ask),
    queryFn: ({ signal }) => getCancelling<LedgerGroups>('/ledger/groups', ask, signal),
    enabled: ask.by !== undefined,
    staleTime: 30_000,
  })
  if (shown.by === undefined) return undefined
  return data && hashKey([ask]) === hashKey([shown])
    ? data
    : client.getQueryData<LedgerGroups>(groupsKey(shown))
}

const groupsKey = (ask: LedgerAsk) => ['ledger', 'groups', ask] as const
