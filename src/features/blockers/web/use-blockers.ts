import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  BlockerInput,
  BlockerList,
  BlockerPatch,
  BlockerQuery,
  ProjectBlockers,
  StepInput,
} from '../contract.ts'

/** The head of a project and its tab ask once. */
export const useProjectBlockers = (projectId: string) =>
  useQuery({
    queryKey: ['blockers', projectId],
    queryFn: () => api.get<ProjectBlockers>(`/projects/${projectId}/blockers`),
  })

type Asked = { [K in keyof BlockerQuery]?: BlockerQuery[K] | undefined }

export const useBlockers = (query: Asked) =>
  useQuery({
    queryKey: ['blockers-listed', query],
    queryFn: () => api.get<BlockerList>('/blockers', query),
    placeholderData: (before) => before,
  })

/** What a person does about a project's blockers; every answer is all of them. */
export function useBlockerActs(projectId: string) {
  const client = useQueryClient()
  const act = <I>(mutationFn: (input: I) => Promise<ProjectBlockers>) => ({
    mutationFn,
    onSuccess: (answer: ProjectBlockers) => {
      client.setQueryData(['blockers', projectId], answer)
      void client.invalidateQueries({ queryKey: ['blockers-listed'] })
    },
    // Whoever was overtaken sees what happened; what they typed stays.
    onError: () => void client.invalidateQueries({ queryKey: ['blockers', projectId] }),
  })
  return {
    raise: useMutation(
      act((input: BlockerInput) => api.send('POST', `/projects/${projectId}/blockers`, input)),
    ),
    step: useMutation(
      act(({ id, ...input }: StepInput & { id: string }) => api.send('POST', `/blockers/${id}/steps`, input)),
    ),
    amend: useMutation(
      act(({ id, ...patch }: BlockerPatch & { id: string }) => api.send('PATCH', `/blockers/${id}`, patch)),
    ),
  }
}
export type BlockerActs = ReturnType<typeof useBlockerActs>
