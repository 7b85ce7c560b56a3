import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { LogPage, LogState, RecordChange, Verification } from '../contract.ts'
import { nextDay, shanghaiMidnight } from './log-days.ts'

export type Search = Record<string, string>
type Members = { items: { id: string; name: string; login: string }[]; total: number }

/** The page's address is the query: days in Shanghai, both included. */
const queryOf = ({ from, to, person, kind, record }: Search) => ({
  from: from ? shanghaiMidnight(from) : undefined,
  to: to ? shanghaiMidnight(nextDay(to)) : undefined,
  memberId: person,
  kind,
  record,
})

export const useLog = (search: Search) =>
  useInfiniteQuery({
    queryKey: ['audit', 'log', queryOf(search)],
    queryFn: ({ pageParam }) => api.get<LogPage>('/audit', { ...queryOf(search), before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.more ? last.items.at(-1)?.position : undefined),
    placeholderData: keepPreviousData,
  })

export const useLogMembers = () =>
  useQuery({ queryKey: ['audit', 'members'], queryFn: () => api.get<Members>('/audit/members') })

export const useChange = (position: number, wanted: boolean) =>
  useQuery({
    queryKey: ['audit', 'change', position],
    queryFn: () => api.get<RecordChange>(`/audit/changes/${position}`),
    enabled: wanted,
  })

export const useLogState = () =>
  useQuery({ queryKey: ['audit', 'state'], queryFn: () => api.get<LogState>('/audit/state') })

export function useVerify() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.send<Verification>('POST', '/audit/verify'),
    onSettled: () => client.invalidateQueries({ queryKey: ['audit'] }),
  })
}
