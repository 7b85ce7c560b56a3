import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../../web/api.ts'
import type { UndoInput, UndoPreview } from '../../imports/contract.ts'
import type { Comparison, Duplicate, Merge, MergeInput, NotSame, NotSameInput } from '../contract.ts'

type Page<T> = { items: T[]; total: number }
type Asked = Record<string, string | number | undefined>

const useList = <T>(path: string, query: Asked) =>
  useQuery({
    queryKey: ['duplicates', path, query],
    queryFn: () => api.get<Page<T>>(path, query),
    placeholderData: keepPreviousData,
  })

export const useQueue = (query: Asked) => useList<Duplicate>('/duplicates', query)
export const useMerges = (query: Asked) => useList<Merge>('/merges', query)
export const useNotSame = (query: Asked) => useList<NotSame>('/not-same', query)

export const useComparison = (firstId: string, secondId: string) =>
  useQuery({
    queryKey: ['duplicates', 'pair', firstId, secondId],
    queryFn: () => api.get<Comparison>(`/duplicates/${firstId}/${secondId}`),
    // What is merged must be what stands there now.
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })

/** The ledger and everything that counts it may have changed. */
function useForget() {
  const client = useQueryClient()
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
    [client],
  )
}

export function useMerge() {
  const forget = useForget()
  return useMutation({
    mutationFn: (input: MergeInput) => api.send<Merge>('POST', '/merges', input),
    onSuccess: () => void forget(),
  })
}

export function useSayNotSame() {
  const forget = useForget()
  return useMutation({
    mutationFn: (input: NotSameInput) => api.send<unknown>('POST', '/not-same', input),
    onSuccess: () => void forget(),
  })
}

export function useUnsay() {
  const forget = useForget()
  return useMutation({
    mutationFn: (id: string) => api.send<unknown>('DELETE', `/not-same/${id}`),
    onSuccess: () => void forget(),
  })
}

export const useUnmergePreview = (id: string) =>
  useQuery({
    queryKey: ['duplicates', 'unmerge', id],
    queryFn: () => api.get<UndoPreview>(`/merges/${id}/undo`),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })

export function useUnmerge(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: (input: UndoInput) => api.send<Merge>('POST', `/merges/${id}/undo`, input),
    onSuccess: () => void forget(),
  })
}
