import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { View, ViewInput } from '../contract.ts'

type ViewPatch = { id: string; revision: number } & Partial<Pick<View, 'name' | 'shared' | 'definition'>>

/** Saved ways of looking at the ledger: one's own and those shared with the zone. */
export function useViews() {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['views'],
    queryFn: () => api.get<{ items: View[] }>('/views'),
    staleTime: 60_000,
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['views'] })
  const put = (view: View) =>
    client.setQueryData<{ items: View[] }>(['views'], (list) => {
      const items = list?.items ?? []
      const known = items.some(({ id }) => id === view.id)
      return {
        ...list,
        items: known ? items.map((one) => (one.id === view.id ? view : one)) : [...items, view],
      }
    })
  const create = useMutation({
    mutationFn: (input: ViewInput) => api.send<View>('POST', '/views', input),
    onSuccess: put,
  })
  const change = useMutation({
    mutationFn: ({ id, ...patch }: ViewPatch) => api.send<View>('PATCH', `/views/${id}`, patch),
    onSuccess: put,
    // Changed by somebody else meanwhile: the next try starts from what they saved.
    onError: refresh,
  })
  const remove = useMutation({
    mutationFn: (view: View) => api.send('DELETE', `/views/${view.id}`),
    onSuccess: refresh,
    onError: refresh,
  })
  return {
    items: query.data?.items ?? [],
    isReady: query.data !== undefined || query.isError,
    create,
    change,
    remove,
  }
}

/** Saved ones, and before them those that are ready for this person. */
export type Views = ReturnType<typeof useViews> & { ready: readonly View[] }
