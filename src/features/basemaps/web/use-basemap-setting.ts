import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Basemap, BasemapCheck, BasemapInput } from '../contract.ts'

const key = ['basemap'] as const

export const useBasemapSetting = (enabled: boolean) =>
  useQuery({ queryKey: [...key, 'setting'], queryFn: () => api.get<Basemap>('/basemap'), enabled })

/** Asks the base map for one picture, as the server would for a map. */
export const useBasemapCheck = () =>
  useMutation({ mutationFn: () => api.get<BasemapCheck>('/basemap/check') })

export function useSaveBasemap() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: BasemapInput) => api.send<Basemap>('PUT', '/basemap', input),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
