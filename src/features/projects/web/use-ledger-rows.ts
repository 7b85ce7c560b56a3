import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { LedgerRow } from '../contract.ts'
import { fetchRows, type RowWindow, rowsKey, rowsQuery, windowSize } from './ledger-fetch.ts'
import type { LedgerAsk } from './ledger-query.ts'

export type LedgerRows = {
  total: number | undefined
  /** The question that the rows on screen answer: the previous one until the first answer to a new one comes. */
  shown: LedgerAsk
  isStale: boolean
  error: unknown
  retry: () => void
  rowAt: (offset: number) => LedgerRow | undefined
  offsetOf: (id: string) => number | undefined
  need: (from: number, to: number) => void
  all: (from: number, to: number) => Promise<LedgerRow[]>
}

/** A list of any length in windows of 200 rows: those needed are fetched, those no longer needed are let go. */
export function useLedgerRows(ask: LedgerAsk): LedgerRows {
  const client = useQueryClient()
  const head = useQuery({ ...rowsQuery(ask, 0), placeholderData: keepPreviousData })
  const { refetch } = head
  const shown = head.data?.ask ?? ask
  const [wanted, setWanted] = useState({ first: 0, last: 0 })
  // Without a first answer nothing more is asked: a second look at a failed question would ask it anew, for ever.
  const windowCount = Math.ceil((head.data?.total ?? 0) / windowSize)
  const last = Math.min(wanted.last, windowCount - 1)
  const windows = Array.from({ length: Math.max(0, last - wanted.first + 1) }, (_, k) => wanted.first + k)
  const versions = useQueries({
    queries: windows.map((window) => rowsQuery(shown, window)),
    combine: (answers) => answers.map((answer) => answer.dataUpdatedAt).join(),
  })

  const need = useCallback((from: number, to: number) => {
    const first = Math.floor(Math.max(0, from) / windowSize)
    const end = Math.floor(Math.max(0, to - 1) / windowSize)
    setWanted((before) => (before.first === first && before.last === end ? before : { first, last: end }))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: versions stands for what the cache holds
  return useMemo(() => {
    const windowAt = (window: number) => client.getQueryData<RowWindow>(rowsKey(shown, window))
    return {
      total: head.data?.total,
      shown,
      isStale: head.isPlaceholderData,
      error: head.data === undefined || head.isPlaceholderData ? head.error : null,
      retry: () => void refetch(),
      rowAt: (offset) => windowAt(Math.floor(offset / windowSize))?.items[offset % windowSize],
      offsetOf: (id) => {
        for (const [key, window] of client.getQueriesData<RowWindow>({
          queryKey: ['ledger', 'rows', shown],
        })) {
          const at = window?.items.findIndex((row) => row.id === id) ?? -1
          if (at >= 0) return Number(key[3]) * windowSize + at
        }
        return undefined
      },
      need,
      all: (from, to) => fetchRows(client, shown, from, to),
    }
  }, [client, shown, head.data, head.isPlaceholderData, head.error, refetch, need, versions])
}
