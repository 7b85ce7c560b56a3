import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Goal, GoalBoard, GoalDetail, GoalInput, GoalPatch } from '../contract.ts'

export const useBoard = (period: string | undefined) =>
  useQuery({
    queryKey: ['goals', period ?? 'usual'],
    queryFn: () => api.get<GoalBoard>('/goals', { period }),
    placeholderData: (before) => before,
  })

export const useGoal = (id: string | undefined) =>
  useQuery({
    queryKey: ['goals', 'one', id],
    queryFn: () => api.get<GoalDetail>(`/goals/${id}`),
    enabled: id !== undefined,
    retry: false,
  })

/** What those who set goals do; every figure is asked for again. */
export function useGoalActs() {
  const client = useQueryClient()
  const act = <I, O>(mutationFn: (input: I) => Promise<O>) => ({
    mutationFn,
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => ['goals', 'organisation'].includes(String(queryKey[0])),
      }),
  })
  return {
    set: useMutation(act((input: GoalInput) => api.send<GoalDetail>('POST', '/goals', input))),
    change: useMutation(
      act(({ id, ...patch }: GoalPatch & { id: string }) =>
        api.send<GoalDetail>('PATCH', `/goals/${id}`, patch),
      ),
    ),
    remove: useMutation(
      act(({ id, revision }: Pick<Goal, 'id' | 'revision'>) =>
        api.send('DELETE', `/goals/${id}?revision=${revision}`),
      ),
    ),
  }
}
