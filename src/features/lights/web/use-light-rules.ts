import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LightRule } from '../../../engine/lights/rule.ts'
import { api } from '../../../web/api.ts'
import type {
  InForceInput,
  LightPreview,
  LightRuleInput,
  LightRulePatch,
  LightRules,
  ProjectLight,
} from '../contract.ts'

const key = ['lightRules'] as const
const calmMs = 300

export const useLightRules = () =>
  useQuery({ queryKey: key, queryFn: () => api.get<LightRules>('/light-rules') })

export const useProjectLight = (projectId: string) =>
  useQuery({
    queryKey: ['project', projectId, 'light'],
    queryFn: () => api.get<ProjectLight>(`/projects/${projectId}/light`),
  })

/** What a draft would change, asked for when the typing pauses; the answer before stays until the next is there. */
export function usePreview(definition: LightRule | undefined, month: string, limit: number) {
  const text = definition ? JSON.stringify(definition) : ''
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), calmMs)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery({
    queryKey: ['lightPreview', asked, month, limit],
    queryFn: () =>
      api.send<LightPreview>('POST', '/light-rules/preview', {
        ...{ definition: JSON.parse(asked) as LightRule, month, limit },
      }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useLightRuleActs() {
  const client = useQueryClient()
  const settle = {
    onSuccess: (rules: LightRules) => client.setQueryData(key, rules),
    // A refusal often means that something moved: show what stands now.
    onError: () => void client.invalidateQueries({ queryKey: key }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['project'] })
      void client.invalidateQueries({ queryKey: ['lightPreview'] })
    },
  }
  return {
    add: useMutation({
      mutationFn: (input: LightRuleInput) =>
        api.send<LightRules & { id: string }>('POST', '/light-rules', input),
      ...settle,
    }),
    change: useMutation({
      mutationFn: ({ id, ...patch }: LightRulePatch & { id: string }) =>
        api.send<LightRules>('PATCH', `/light-rules/${id}`, patch),
      ...settle,
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: { id: string; revision: number }) =>
        api.send<LightRules>('DELETE', `/light-rules/${id}?revision=${revision}`),
      ...settle,
    }),
    putInForce: useMutation({
      mutationFn: (input: InForceInput) => api.send<LightRules>('PUT', '/light-rules/in-force', input),
      ...settle,
    }),
  }
}
