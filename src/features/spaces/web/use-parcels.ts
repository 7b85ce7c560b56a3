import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  Division,
  MergeInput,
  ParcelChanges,
  ParcelDetail,
  ParcelList,
  ParcelPatch,
  SplitInput,
} from '../contract.ts'
import { queryOf, type SpaceAsked } from './space-address.ts'

const lists = ['parcels', 'list'] as const
const one = (id: string) => ['parcels', 'one', id] as const

export const useParcelList = (asked: SpaceAsked, enabled: boolean) =>
  useQuery({
    queryKey: [...lists, queryOf(asked)],
    queryFn: () => api.get<ParcelList>('/parcels', queryOf(asked)),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useParcel = (id: string) =>
  useQuery({ queryKey: one(id), queryFn: () => api.get<ParcelDetail>(`/parcels/${id}`), retry: false })

export const useParcelChanges = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['parcels', 'changes', id],
    queryFn: () => api.get<ParcelChanges>(`/parcels/${id}/changes`),
    enabled,
  })

/** Everything that shows land asks again. */
export function useLandMoved() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ['parcels', 'map', 'territories'].includes(String(queryKey[0])),
    })
}

/** A change of one parcel: it stands in the list at once, and everything that counts it asks again. */
export function useChangeParcel() {
  const client = useQueryClient()
  const moved = useLandMoved()
  return useMutation({
    mutationFn: ({ id, ...patch }: ParcelPatch & { id: string }) =>
      api.send<ParcelDetail>('PATCH', `/parcels/${id}`, patch),
    onSuccess: (parcel) => {
      client.setQueryData(one(parcel.id), parcel)
      client.setQueriesData<ParcelList>(
        { queryKey: lists },
        (list) => list && { ...list, items: list.items.map((row) => (row.id === parcel.id ? parcel : row)) },
      )
      void moved()
    },
    // Somebody else was quicker, or an answer was lost: see what stands there now.
    onError: () => void moved(),
  })
}

type Merge = Omit<MergeInput, 'apply'>

/** What merging would make; nothing is written. */
export const useMergePreview = (input: Merge) =>
  useQuery({
    queryKey: ['parcels', 'merge', input],
    queryFn: () => api.send<Division>('POST', '/parcels/merge', { ...input, apply: false }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })

type Split = Omit<SplitInput, 'apply'> & { id: string }
const split = ({ id, ...input }: Split, apply: boolean) =>
  api.send<Division>('POST', `/parcels/${id}/split`, { ...input, apply })

/** What splitting would make of it; nothing is written. Undefined: there is no line yet. */
export const useSplitPreview = (input: Split | undefined) =>
  useQuery({
    queryKey: ['parcels', 'split', input],
    queryFn: () => (input ? split(input, false) : undefined),
    enabled: input !== undefined,
    retry: false,
    gcTime: 0,
  })

export function useSplit() {
  const moved = useLandMoved()
  return useMutation({
    mutationFn: (input: Split) => split(input, true),
    onSettled: () => void moved(),
  })
}

export function useMerge() {
  const moved = useLandMoved()
  return useMutation({
    mutationFn: (input: Merge) => api.send<Division>('POST', '/parcels/merge', { ...input, apply: true }),
    onSuccess: () => void moved(),
  })
}
