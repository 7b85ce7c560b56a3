import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { type Language, useLanguage } from '../../../web/i18n/index.ts'
import type { Reason, ReasonedStanding, ReasonList, StageRule, StageRuleInput } from '../contract.ts'

type List<T> = { items: T[]; total: number }
/** Presets speak the reader's language. */
const rulesKey = (language: Language) => ['stageRules', language] as const
const reasonsKey = ['standingReasons'] as const

export function useRules() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: rulesKey(language),
    queryFn: () => api.get<List<StageRule>>('/stage-rules'),
  })
}
export const useReasons = () =>
  useQuery({ queryKey: reasonsKey, queryFn: () => api.get<List<ReasonList>>('/standing-reasons') })

export function useRuleActs() {
  const client = useQueryClient()
  const { language } = useLanguage()
  const settle = <T>(key: readonly string[]) => ({
    onSuccess: (list: T) => client.setQueryData(key, list),
    onError: () => void client.invalidateQueries({ queryKey: key }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['project'] }),
  })
  return {
    save: useMutation({
      mutationFn: ({ stage, ...input }: StageRuleInput & { stage: string }) =>
        api.send<List<StageRule>>('PUT', `/stage-rules/${stage}`, input),
      ...settle(rulesKey(language)),
    }),
    reset: useMutation({
      mutationFn: ({ stage, revision }: StageRule) =>
        api.send<List<StageRule>>('DELETE', `/stage-rules/${stage}?revision=${revision}`),
      ...settle(rulesKey(language)),
    }),
    saveReasons: useMutation({
      mutationFn: ({
        standing,
        ...input
      }: {
        standing: ReasonedStanding
        from: string[]
        reasons: Reason[]
      }) => api.send<List<ReasonList>>('PUT', `/standing-reasons/${standing}`, input),
      ...settle(reasonsKey),
    }),
  }
}
