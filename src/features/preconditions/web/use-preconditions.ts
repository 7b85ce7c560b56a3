import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  ConfirmationInput,
  ExemptionInput,
  FairReviewInput,
  Preconditions,
  PromiseInput,
} from '../contract.ts'

const keyOf = (projectId: string) => ['project', projectId, 'preconditions'] as const

export const usePreconditions = (projectId: string) =>
  useQuery({
    queryKey: keyOf(projectId),
    queryFn: () => api.get<Preconditions>(`/projects/${projectId}/preconditions`),
  })

/** What a person says, promises or decides of a project's conditions; the answer is what stands then. */
export function usePreconditionActs(projectId: string) {
  const client = useQueryClient()
  const path = `/projects/${projectId}`
  const settle = {
    onSuccess: (now: Preconditions) => client.setQueryData(keyOf(projectId), now),
    // A refusal often means that something moved: show what stands now.
    onError: () => void client.invalidateQueries({ queryKey: keyOf(projectId) }),
  }
  return {
    promise: useMutation({
      mutationFn: ({ indicator, ...input }: PromiseInput & { indicator: string }) =>
        api.send<Preconditions>('PUT', `${path}/promises/${indicator}`, input),
      ...settle,
    }),
    withdraw: useMutation({
      mutationFn: ({ indicator, revision }: { indicator: string; revision: number }) =>
        api.send<Preconditions>('DELETE', `${path}/promises/${indicator}?revision=${revision}`),
      ...settle,
    }),
    confirm: useMutation({
      mutationFn: (input: ConfirmationInput) =>
        api.send<Preconditions>('POST', `${path}/confirmations`, input),
      ...settle,
    }),
    exempt: useMutation({
      mutationFn: (input: ExemptionInput) => api.send<Preconditions>('POST', `${path}/exemptions`, input),
      ...settle,
    }),
    review: useMutation({
      mutationFn: (input: FairReviewInput) => api.send<Preconditions>('POST', `${path}/fair-reviews`, input),
      ...settle,
    }),
  }
}
