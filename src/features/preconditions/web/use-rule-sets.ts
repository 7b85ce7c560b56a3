import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { RuleSetInput, RuleSetPatch, RuleSets } from '../contract.ts'

const key = ['ruleSets'] as const

export const useRuleSets = () => useQuery({ queryKey: key, queryFn: () => api.get<RuleSets>('/rule-sets') })

export function useRuleSetActs() {
  const client = useQueryClient()
  const settle = {
    onSuccess: (sets: RuleSets) => client.setQueryData(key, sets),
    // A refusal often means that something moved: show what stands now.
    onError: () => void client.invalidateQueries({ queryKey: key }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['project'] }),
  }
  return {
    add: useMutation({
      mutationFn: (input: RuleSetInput) => api.send<RuleSets & { id: string }>('POST', '/rule-sets', input),
      ...settle,
    }),
    change: useMutation({
      mutationFn: ({ id, ...patch }: RuleSetPatch & { id: string }) =>
        api.send<RuleSets>('PATCH', `/rule-sets/${id}`, patch),
      ...settle,
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: { id: string; revision: number }) =>
        api.send<RuleSets>('DELETE', `/rule-sets/${id}?revision=${revision}`),
      ...settle,
    }),
  }
}
