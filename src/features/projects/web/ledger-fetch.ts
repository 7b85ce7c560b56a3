import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, api } from '../../../web/api.ts'
import { currentLanguage } from '../../../web/i18n/index.ts'
import type { EditedLine, LedgerRow, Project } from '../contract.ts'
import type { LedgerAsk } from './ledger-query.ts'

/** Rows asked for at a time. */
export const windowSize = 200

export type RowWindow = { ask: LedgerAsk; items: LedgerRow[]; total: number }

/** Ends the request itself when nobody waits for it any more. What fails otherwise is asked, and told, the usual way. */
export async function getCancelling<T>(
  path: string,
  query: Record<string, string | number | undefined>,
  signal: AbortSignal,
): Promise<T> {
  const headers = { 'Accept-Language': currentLanguage() }
  try {
    const response = await fetch(api.address(path, query), { signal, headers, credentials: 'same-origin' })
    if (response.ok) return (await response.json()) as T
    if (response.status === 403) {
      const { code, message } = (await response.json()) as { code: string; message: string }
      throw new ApiProblem(403, code, message)
    }
  } catch (problem) {
    if (signal.aborted || problem instanceof ApiProblem) throw problem
  }
  return api.get<T>(path, query)
}

export const rowsKey = (ask: LedgerAsk, window: number) => ['ledger', 'rows', ask, window] as const

export const rowsQuery = (ask: LedgerAsk, window: number) => ({
  queryKey: rowsKey(ask, window),
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<RowWindow> => {
    const { by: _, ...of } = ask
    const query = { ...of, limit: windowSize, offset: window * windowSize }
    const { items, total } = await getCancelling<{ items: LedgerRow[]; total: number }>(
      '/ledger',
      query,
      signal,
    )
    return { ask, items, total }
  },
  staleTime: 30_000,
})

/** Rows from … to (exclusive) of a whole list, four windows at a time. */
export async function fetchRows(
  client: QueryClient,
  ask: LedgerAsk,
  from: number,
  to: number,
): Promise<LedgerRow[]> {
  const first = Math.floor(from / windowSize)
  const last = Math.floor(Math.max(from, to - 1) / windowSize)
  const windows: LedgerRow[][] = []
  for (let next = first; next <= last; next += 4) {
    const some = Array.from({ length: Math.min(4, last - next + 1) }, (_, k) =>
      client.fetchQuery(rowsQuery(ask, next + k)),
    )
    for (const { items } of await Promise.all(some)) windows.push(items)
  }
  return windows.flat().slice(from - first * windowSize, to - first * windowSize)
}

/** A row as the person last saw it in a list; one that no list remembers is asked for. */
export async function seenRow(client: QueryClient, id: string): Promise<LedgerRow> {
  for (const [, window] of client.getQueriesData<RowWindow>({ queryKey: ['ledger', 'rows'] })) {
    const row = window?.items.find((one) => one.id === id)
    if (row) return row
  }
  return (await client.fetchQuery(projectQuery(id))).row
}

export const projectQuery = (id: string) => ({
  queryKey: ['project', id] as const,
  queryFn: () => api.get<Project>(`/projects/${id}`),
})

/** Writes what was edited into every list that is remembered. */
export function placeLines(client: QueryClient, lines: readonly EditedLine[]) {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const edited = (row: LedgerRow): LedgerRow => {
    const { values, abilities = row.abilities } = byId.get(row.id) ?? { values: {} }
    return { ...row, ...values, abilities } as LedgerRow
  }
  client.setQueriesData<RowWindow>({ queryKey: ['ledger', 'rows'] }, (window) => {
    if (!window?.items.some((row) => byId.has(row.id))) return window
    return { ...window, items: window.items.map((row) => (byId.has(row.id) ? edited(row) : row)) }
  })
  for (const { id } of lines)
    client.setQueryData<{ row: LedgerRow }>(['project', id], (project) =>
      project ? { ...project, row: edited(project.row) } : project,
    )
}
