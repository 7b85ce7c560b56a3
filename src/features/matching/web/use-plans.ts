import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../web/api.ts'
import type { AdoptInput, Plan, PlanInput, PlanList, PlanRun } from '../plan-contract.ts'

const key = ['plans'] as const
const oftenMs = 700

export const usePlans = () => useQuery({ queryKey: key, queryFn: () => api.get<PlanList>('/plans') })

export const usePlan = (id: string | undefined) =>
  useQuery({
    queryKey: [...key, id],
    queryFn: () => api.get<Plan>(`/plans/${id}`),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  })

/** Looks again and again while it goes on; `onEnd` hears once that it came to its end. */
export function usePlanRun(id: string | undefined, onEnd: (run: PlanRun) => void) {
  const run = useQuery({
    queryKey: ['planRun', id],
    queryFn: () => api.get<PlanRun>(`/plans/runs/${id}`),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : oftenMs),
    retry: false,
  })
  const ended = run.data && run.data.state !== 'running' ? run.data.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: heard once for each run
  useEffect(() => {
    if (ended && run.data) onEnd(run.data)
  }, [ended])
  return run
}

export function usePlanActs() {
  const client = useQueryClient()
  const onSettled = () => void client.invalidateQueries({ queryKey: key })
  return {
    start: useMutation({
      mutationFn: (input: PlanInput) => api.send<PlanRun>('POST', '/plans', input),
      onSettled,
    }),
    cancel: useMutation({
      mutationFn: (runId: string) => api.send('DELETE', `/plans/runs/${runId}`),
      onSettled,
    }),
    adopt: useMutation({
      mutationFn: ({ id, ...input }: AdoptInput & { id: string }) =>
        api.send<Plan>('POST', `/plans/${id}/adopt`, input),
      onSettled() {
        onSettled()
        void client.invalidateQueries({ queryKey: ['project'] })
        void client.invalidateQueries({ queryKey: ['buildings'] })
      },
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: { id: string; revision: number }) =>
        api.send('DELETE', `/plans/${id}?revision=${revision}`),
      onSettled,
    }),
  }
}
