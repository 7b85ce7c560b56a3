import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { type Language, useLanguage } from '../../../web/i18n/index.ts'
import type { Evidence, StageInput, StandingInput, VerificationInput } from '../contract.ts'

/** Its answer has sentences, so it is one per language. */
const keyOf = (projectId: string, language: Language) => ['project', projectId, 'evidence', language] as const

export function useEvidence(projectId: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: keyOf(projectId, language),
    queryFn: () => api.get<Evidence>(`/projects/${projectId}/evidence`),
  })
}

/** What a person does with a project's evidence; the answer is what stands then. */
export function useEvidenceActs(projectId: string) {
  const client = useQueryClient()
  const { language } = useLanguage()
  const path = `/projects/${projectId}`
  const settle = {
    onSuccess: (evidence: Evidence) => client.setQueryData(keyOf(projectId, language), evidence),
    // A refusal often means that something moved: show what stands now.
    onError: () => void client.invalidateQueries({ queryKey: keyOf(projectId, language) }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['project', projectId], exact: true })
      void client.invalidateQueries({ queryKey: ['timeline', projectId] })
      void client.invalidateQueries({ queryKey: ['ledger'] })
    },
  }
  return {
    enter: useMutation({
      mutationFn: (input: StageInput) => api.send<Evidence>('POST', `${path}/stage`, input),
      ...settle,
    }),
    halt: useMutation({
      mutationFn: (input: StandingInput) => api.send<Evidence>('POST', `${path}/standing`, input),
      ...settle,
    }),
    verify: useMutation({
      mutationFn: ({ milestone, ...seen }: VerificationInput & { milestone: string }) =>
        api.send<Evidence>('POST', `${path}/milestones/${milestone}/verification`, seen),
      ...settle,
    }),
    file: useMutation({
      mutationFn: ({ milestone, kind, file }: { milestone: string; kind: string; file: File }) =>
        api.upload<Evidence>(`${path}/papers`, file, { milestone, kind }),
      ...settle,
    }),
    remove: useMutation({
      mutationFn: (paperId: string) => api.send<Evidence>('DELETE', `${path}/papers/${paperId}`),
      ...settle,
    }),
  }
}
