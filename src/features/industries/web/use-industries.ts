import { keepPreviousData, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { ApiProblem, api } from '../../../web/api.ts'
import type { Industry, IndustryAnswer } from '../contract.ts'

/** The classification changes with a version of the program, not while somebody looks. */
const forTheSession = { staleTime: Number.POSITIVE_INFINITY, gcTime: 3_600_000 } as const
const shownAtMost = 30

const industryQuery = (code: string) =>
  queryOptions({
    ...forTheSession,
    queryKey: ['industry', code],
    queryFn: () =>
      api.get<Industry>(`/industries/${encodeURIComponent(code)}`).catch((problem: unknown) => {
        if (problem instanceof ApiProblem && problem.code === 'not_found') return null
        throw problem
      }),
  })

/** What a code stands for; null where there is no such code, undefined until it is known. */
export function useIndustry(code: string | null): Industry | null | undefined {
  return useQuery({ ...industryQuery(code ?? ''), enabled: code !== null && code !== '' }).data
}

/** Of a block pasted, so many different codes are looked at. */
const lookedAt = 30

/** The first of some codes that is none; what cannot be asked just now is not told of. */
export async function firstUnknown(client: QueryClient, codes: readonly string[]) {
  for (const code of [...new Set(codes)].slice(0, lookedAt)) {
    const industry = await client.fetchQuery(industryQuery(code)).catch(() => undefined)
    if (industry === null) return code
  }
  return undefined
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
