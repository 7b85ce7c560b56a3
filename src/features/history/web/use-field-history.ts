import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { FieldVersion } from '../contract.ts'

const atATime = 30

export function useFieldHistory(projectId: string, key: string, period: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['timeline', projectId, 'field', key, period],
    queryFn: ({ pageParam }) =>
      api.get<{ items: FieldVersion[]; total: number }>(`/projects/${projectId}/fields/${key}/history`, {
        period,
        limit: atATime,
        offset: pageParam,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.total ? read : undefined
    },
  })
}
