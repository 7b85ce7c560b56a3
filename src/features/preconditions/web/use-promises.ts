import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { ActualInput, Preconditions, PromiseList, PromiseQuery } from '../contract.ts'

export function usePromises(query: PromiseQuery) {
  const told = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString()
  return useQuery({
    queryKey: ['project', 'promises', told],
    queryFn: () => api.get<PromiseList>(`/promises?${told}`),
    placeholderData: keepPreviousData,
  })
}

/** What somebody measured of a promise; the answer is the project's page as it stands then. */
export function useActual(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ indicator, ...input }: ActualInput & { indicator: string }) =>
      api.send<Preconditions>('POST', `/projects/${projectId}/promises/${indicator}/actuals`, input),
    onSettled: () => void client.invalidateQueries({ queryKey: ['project'] }),
  })
}
