import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { HoldingPatch, TerritoryDetail, TerritoryInput, TerritoryPatch } from '../contract.ts'

type Change = TerritoryPatch & { id: string; holding: (HoldingPatch & { id: string }) | undefined }

/** What those who keep areas do; the organisation is asked for again. */
export function useTerritoryActs() {
  const client = useQueryClient()
  const act = <I, O>(mutationFn: (input: I) => Promise<O>) => ({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['organisation'] }),
  })
  return {
    add: useMutation(
      act((input: TerritoryInput) => api.send<TerritoryDetail>('POST', '/territories', input)),
    ),
    change: useMutation(
      act(async ({ id, holding, ...patch }: Change) => {
        if (holding) {
          const { id: holdingId, ...span } = holding
          await api.send('PATCH', `/territory-holdings/${holdingId}`, span)
        }
        return api.send<TerritoryDetail>('PATCH', `/territories/${id}`, patch)
      }),
    ),
    remove: useMutation(act((id: string) => api.send('DELETE', `/territories/${id}`))),
    /** Revisions of its holdings, which a list does not tell. */
    find: (id: string) => api.get<TerritoryDetail>(`/territories/${id}`),
  }
}
