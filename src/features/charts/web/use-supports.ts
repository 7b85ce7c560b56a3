import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLive } from '../../../web/live.ts'
import type { ProjectChart, Support, SupportChart, SupportInput, SupportPatch } from '../support-contract.ts'
import type { SupportAsked } from './asked.ts'

const moving = ['support', 'project', 'unit']

export function useSupports(ask: SupportAsked, limit: number) {
  const client = useQueryClient()
  const { day } = useAsOf()
  useLive((written) => {
    if (written === undefined || moving.some((table) => written.includes(table)))
      void client.invalidateQueries({ queryKey: ['chart', 'support'] })
  }, day === undefined)
  return useQuery({
    queryKey: ['chart', 'support', ask, limit],
    queryFn: () => api.get<SupportChart>('/support-chart', { ...ask, limit }),
    placeholderData: keepPreviousData,
  })
}

export const useProjectChart = (projectId: string) =>
  useQuery({
    queryKey: ['chart', 'project', projectId],
    queryFn: () => api.get<ProjectChart>(`/projects/${projectId}/chart`),
  })

/** What is done about what a project needs; every chart is asked for again. */
export function useSupportActs() {
  const client = useQueryClient()
  const act = <I, O>(mutationFn: (input: I) => Promise<O>) => ({
    mutationFn,
    onSettled: () => void client.invalidateQueries({ queryKey: ['chart'] }),
  })
  return {
    add: useMutation(
      act(({ projectId, ...input }: SupportInput & { projectId: string }) =>
        api.send<Support>('POST', `/projects/${projectId}/supports`, input),
      ),
    ),
    change: useMutation(
      act(({ id, ...patch }: SupportPatch & { id: string }) =>
        api.send<Support>('PATCH', `/supports/${id}`, patch),
      ),
    ),
    remove: useMutation(
      act(({ id, revision }: Pick<Support, 'id' | 'revision'>) =>
        api.send('DELETE', `/supports/${id}?revision=${revision}`),
      ),
    ),
  }
}
