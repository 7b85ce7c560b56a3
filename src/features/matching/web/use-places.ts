import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { RankedPlaces, ReservationInput, SpaceNeedInput } from '../contract.ts'
import { weightsForm } from '../criteria.ts'

const keyOf = (projectId: string, weights = '') => ['project', projectId, 'places', weights] as const

const form = new RegExp(weightsForm)

/** `weights` as the address has them: `tax:3,late:0`; an address that somebody mistyped weighs as usual. */
export function usePlaces(projectId: string, told: string | undefined) {
  const weights = told !== undefined && form.test(told) ? told : undefined
  return useQuery({
    queryKey: keyOf(projectId, weights),
    queryFn: () =>
      api.get<RankedPlaces>(
        `/projects/${projectId}/places${weights ? `?weights=${encodeURIComponent(weights)}` : ''}`,
      ),
    placeholderData: keepPreviousData,
  })
}

export function useSaveNeed(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: SpaceNeedInput) =>
      api.send<RankedPlaces>('PUT', `/projects/${projectId}/space-need`, input),
    onSettled: () => void client.invalidateQueries({ queryKey: ['project', projectId, 'places'] }),
  })
}

export function useReservations(projectId: string) {
  const client = useQueryClient()
  const path = `/projects/${projectId}/reservations`
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ['project', projectId, 'places'] })
    void client.invalidateQueries({ queryKey: ['buildings'] })
    void client.invalidateQueries({ queryKey: ['parcels', 'reservations'] })
  }
  return {
    reserve: useMutation({
      mutationFn: (input: ReservationInput) => api.send<RankedPlaces>('POST', path, input),
      onSettled,
    }),
    release: useMutation({
      mutationFn: (id: string) => api.send<RankedPlaces>('DELETE', `${path}/${id}`),
      onSettled,
    }),
  }
}
