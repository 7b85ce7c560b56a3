import { keepPreviousData, type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLive } from '../../../web/live.ts'
import type { BattleChart, ChartRow } from '../contract.ts'
import type { BattleAsked } from './asked.ts'

export const pageSize = 500
const moving = ['project', 'milestone', 'progress', 'month_task', 'unit', 'light_rule']

export const battleQuery = (ask: BattleAsked, page: number) => ({
  queryKey: ['chart', 'battle', ask, page] as const,
  queryFn: () => api.get<BattleChart>('/battle-chart', { ...ask, limit: pageSize, offset: page * pageSize }),
})

export type Battle = {
  chart: BattleChart | undefined
  error: Error | null
  isFetching: boolean
  refetch: () => void
  /** By its place among all; undefined until its page has come. */
  row: (index: number) => ChartRow | undefined
  find: (id: string) => ChartRow | undefined
  /** Rows up to this place are looked at: their pages are fetched. */
  need: (index: number) => void
  all: () => Promise<unknown>
}

/** The chart in pages of whole rows; what others change comes by itself. */
export function useBattle(ask: BattleAsked): Battle {
  const client = useQueryClient()
  const { day } = useAsOf()
  const [upTo, setUpTo] = useState(0)
  const pages = useQueries({
    queries: Array.from({ length: upTo + 1 }, (_, page) => ({
      ...battleQuery(ask, page),
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  })
  useLive((written) => {
    if (written === undefined || moving.some((table) => written.includes(table))) refreshCharts(client)
  }, day === undefined)
  const [first] = pages
  const chart = first?.data
  const total = chart?.total ?? 0
  const need = useCallback(
    (index: number) => setUpTo((now) => Math.max(now, Math.floor(index / pageSize))),
    [],
  )
  return {
    chart,
    error: pages.find(({ error }) => error)?.error ?? null,
    isFetching: pages.some(({ isFetching }) => isFetching),
    refetch: () => pages.forEach((page) => void page.refetch()),
    row: (index) => pages[Math.floor(index / pageSize)]?.data?.items[index % pageSize],
    find: (id) => pages.flatMap(({ data }) => data?.items ?? []).find((row) => row.id === id),
    need,
    all: async () => {
      const last = Math.max(0, Math.ceil(total / pageSize) - 1)
      await Promise.all(
        Array.from({ length: last }, (_, at) => client.ensureQueryData(battleQuery(ask, at + 1))),
      )
      setUpTo(last)
    },
  }
}

let writing = 0

/** Asks again, but not while something written is on its way: no answer puts an older cell over a newer one. */
export function refreshCharts(client: QueryClient) {
  if (writing === 0) void client.invalidateQueries({ queryKey: ['chart'] })
}

/** Writes, and asks again once nothing more is on its way. */
export async function holdCharts<T>(client: QueryClient, write: () => Promise<T>): Promise<T> {
  writing++
  try {
    return await write()
  } finally {
    writing--
    refreshCharts(client)
  }
}

/** A row changed in whatever pages hold it. */
export function placeRow(client: QueryClient, id: string, change: (row: ChartRow) => ChartRow) {
  client.setQueriesData<BattleChart>({ queryKey: ['chart', 'battle'] }, (chart) =>
    chart?.items.some((row) => row.id === id)
      ? { ...chart, items: chart.items.map((row) => (row.id === id ? change(row) : row)) }
      : chart,
  )
}
