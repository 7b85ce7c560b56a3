import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Home, Late } from '../contract.ts'

const lateAtATime = 50

/** The four lists in one answer, so that they stand there at once. */
export const useHome = () => useQuery({ queryKey: ['home'], queryFn: () => api.get<Home>('/home') })

export const useLate = (corps: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['home', 'late', corps],
    queryFn: ({ pageParam }) => api.get<Late>('/home/late', { corps, limit: lateAtATime, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.projects + last.approvals ? read : undefined
    },
  })
