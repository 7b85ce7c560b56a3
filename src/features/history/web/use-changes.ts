import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import {
  addDays,
  addToMonth,
  type Day,
  firstDayOfMonth,
  isDay,
  monthOf,
  shanghaiDay,
} from '../../../shared/days.ts'
import { useAddress } from '../../../web/address.ts'
import { api } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import type { Differences } from '../contract.ts'

const atATime = 50

/** Spans that offices ask for, ending on the day that is looked at. */
export function usualSpans(end: Day): { key: 'week' | 'month' | 'lastMonth' | 'year'; from: Day; to: Day }[] {
  const begins = firstDayOfMonth(monthOf(end))
  const before = firstDayOfMonth(addToMonth(monthOf(end), -1))
  return [
    { key: 'week', from: addDays(end, -7), to: end },
    { key: 'month', from: addDays(begins, -1), to: end },
    { key: 'lastMonth', from: addDays(before, -1), to: addDays(begins, -1) },
    { key: 'year', from: addDays(`${end.slice(0, 4)}-01-01`, -1), to: end },
  ]
}

/** The two days and the part asked for, in the address. */
export function useSpan() {
  const { search, setSearch } = useAddress()
  const { day } = useAsOf()
  const end = day ?? shanghaiDay(Date.now())
  const given = (text: string | undefined, otherwise: Day) => (isDay(text) ? text : otherwise)
  const from = given(search['from'], addDays(firstDayOfMonth(monthOf(end)), -1))
  const to = given(search['to'], end)
  return { from, to, end, corps: search['corps'], kind: search['kind'], setSearch }
}

export function useChanges(span: {
  from: Day
  to: Day
  corps: string | undefined
  kind: string | undefined
}) {
  const { from, to, corps, kind } = span
  return useInfiniteQuery({
    queryKey: ['differences', from, to, corps, kind],
    enabled: from < to,
    queryFn: ({ pageParam }) =>
      api.get<Differences>('/history/differences', {
        from,
        to,
        corps,
        kind,
        limit: atATime,
        offset: pageParam,
      }),
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.total ? read : undefined
    },
  })
}
