import { hashKey, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from '../../../shared/schema.ts'
import type { Groups, Totals } from '../contract.ts'
import { getCancelling } from './ledger-fetch.ts'
import type { LedgerAsk } from './ledger-query.ts'

type LedgerGroups = Static<typeof Groups>

/** Exact sums over every row that matches, whether it is on screen or not. */
export function useTotals({ q, where }: LedgerAsk) {
  return useQuery({
    queryKey: ['ledger', 'totals', { q, where }],
    queryFn: ({ signal }) => getCancelling<Static<typeof Totals>>('/ledger/totals', { q, where }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

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
