import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLive } from '../../../web/live.ts'
import type { PlanPlaces } from '../plan-places-contract.ts'

/** What moves where a plan’s places are, or which of them are kept. */
const tables = new Set(['plan', 'reservation', 'lease', 'parcel', 'room', 'building'])

/** Where a plan’s places are, kept true while anybody splits, keeps or lets go; with the plan itself. */
export function usePlanPlaces(id: string | undefined) {
  const client = useQueryClient()
  const { day } = useAsOf()
  useLive(
    (written) => {
      if (written === undefined || written.some((table) => tables.has(table)))
        void client.invalidateQueries({ queryKey: ['plans'] })
    },
    id !== undefined && day === undefined,
  )
  return useQuery({
    queryKey: ['plans', id, 'places'],
    queryFn: () => api.get<PlanPlaces>(`/plans/${id}/places`),
    enabled: id !== undefined,
    retry: false,
  })
}
