import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ApiProblem, api } from '../../../web/api.ts'
import type { Industry, IndustryAnswer } from '../contract.ts'

/** The classification changes with a version of the program, not while somebody looks. */
const forTheSession = { staleTime: Number.POSITIVE_INFINITY, gcTime: 3_600_000 } as const
const shownAtMost = 30

/** What a code stands for; null where there is no such code, undefined until it is known. */
export function useIndustry(code: string | null): Industry | null | undefined {
  const { data } = useQuery({
    ...forTheSession,
    queryKey: ['industry', code],
    queryFn: () =>
      api.get<Industry>(`/industries/${encodeURIComponent(code ?? '')}`).catch((problem: unknown) => {
        if (problem instanceof ApiProblem && problem.code === 'not_found') return null
        throw problem
      }),
    enabled: code !== null && code !== '',
  })
  return data
}

/** Industries that answer to what is typed; with nothing typed, the 门类. */
export function useIndustrySearch(typed: string) {
  const q = typed.trim().slice(0, 100)
  return useQuery({
    ...forTheSession,
    queryKey: ['industries', q],
    queryFn: () =>
      q === ''
        ? api.get<IndustryAnswer>('/industries')
        : api.get<IndustryAnswer>('/industries/search', { q, limit: shownAtMost }),
    placeholderData: keepPreviousData,
  })
}
