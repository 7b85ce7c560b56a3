import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  ApprovalInput,
  ApprovalPatch,
  DueList,
  ProjectApprovals,
  StopInput,
  StopPatch,
} from '../contract.ts'
import type { DueState } from '../due-states.ts'

export const useApprovals = (projectId: string) =>
  useQuery({
    queryKey: ['approvals', projectId],
    queryFn: () => api.get<ProjectApprovals>(`/projects/${projectId}/approvals`),
  })

export const useDue = (query: { corps?: string | undefined; due?: DueState | undefined; limit?: number }) =>
  useQuery({
    queryKey: ['approvals-due', query],
    queryFn: () => api.get<DueList>('/approvals', query),
    placeholderData: (before) => before,
  })

/** What a person does to a project's approvals; every answer is all of them. */
export function useApprovalActs(projectId: string) {
  const client = useQueryClient()
  const act = <I>(mutationFn: (input: I) => Promise<ProjectApprovals>) => ({
    mutationFn,
    onSuccess: (answer: ProjectApprovals) => {
      client.setQueryData(['approvals', projectId], answer)
      void client.invalidateQueries({ queryKey: ['approvals-due'] })
    },
    // Whoever was overtaken sees what is there now.
    onError: () => void client.invalidateQueries({ queryKey: ['approvals', projectId] }),
  })
  return {
    take: useMutation(
      act((chain: string) => api.send('PUT', `/projects/${projectId}/approvals/chain`, { chain })),
    ),
    add: useMutation(
      act((input: ApprovalInput) => api.send('POST', `/projects/${projectId}/approvals`, input)),
    ),
    change: useMutation(
      act(({ id, ...patch }: ApprovalPatch & { id: string }) => api.send('PATCH', `/approvals/${id}`, patch)),
    ),
    remove: useMutation(act((id: string) => api.send('DELETE', `/approvals/${id}`))),
    stop: useMutation(
      act(({ id, ...input }: StopInput & { id: string }) =>
        api.send('POST', `/approvals/${id}/stops`, input),
      ),
    ),
    changeStop: useMutation(
      act(({ id, ...patch }: StopPatch & { id: string }) =>
        api.send('PATCH', `/approval-stops/${id}`, patch),
      ),
    ),
    removeStop: useMutation(act((id: string) => api.send('DELETE', `/approval-stops/${id}`))),
  }
}
export type ApprovalActs = ReturnType<typeof useApprovalActs>
