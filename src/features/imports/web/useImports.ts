import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Static } from '../../../shared/schema.ts'
import { api } from '../../../web/api.ts'
import type {
  CheckInput,
  ImportRow,
  Issue,
  IssueAnswer,
  IssuesQuery,
  LedgerImport,
  LedgerImportLine,
  MovedOn,
  RowDecision,
  RowsQuery,
  UndoInput,
  UndoPreview,
} from '../contract.ts'

type Page<T> = { items: T[]; total: number }
export type ImportLine = Static<typeof LedgerImportLine>
export type RowsWanted = Static<typeof RowsQuery>
export type IssuesWanted = Static<typeof IssuesQuery>
export type Decision = Static<typeof RowDecision>
export type Answer = Static<typeof IssueAnswer>

const one = (id: string) => ['imports', id]
export const importKeys = {
  list: ['imports'],
  one,
  rows: (id: string) => [...one(id), 'rows'],
  issues: (id: string) => [...one(id), 'issues'],
  /** Apart from the import itself: answering a cell moves nothing in the ledger. */
  movedOn: (id: string) => ['importMovedOn', id],
}

export const useImportList = (limit: number) =>
  useQuery({
    queryKey: ['imports', 'list', limit],
    queryFn: () => api.get<Page<ImportLine>>('/imports', { limit }),
    placeholderData: keepPreviousData,
  })

export const useImport = (id: string | undefined) =>
  useQuery({
    queryKey: one(id ?? ''),
    queryFn: () => api.get<LedgerImport>(`/imports/${id}`),
    enabled: id !== undefined,
  })

/** Whether the ledger is still as the check saw it: looked up when the page opens and whenever somebody comes back to it. */
export const useMovedOn = ({ id, status }: Pick<LedgerImport, 'id' | 'status'>): MovedOn | undefined =>
  useQuery({
    queryKey: importKeys.movedOn(id),
    queryFn: () => api.get<MovedOn>(`/imports/${id}/moved-on`),
    enabled: status === 'checked',
    staleTime: 0,
    refetchOnWindowFocus: true,
  }).data

export const useRows = (id: string, query: RowsWanted) =>
  useQuery({
    queryKey: [...importKeys.rows(id), query],
    queryFn: () => api.get<Page<ImportRow>>(`/imports/${id}/rows`, query),
    placeholderData: keepPreviousData,
  })

export const useIssues = (id: string, query: IssuesWanted, enabled = true) =>
  useQuery({
    queryKey: [...importKeys.issues(id), query],
    queryFn: () => api.get<Page<Issue>>(`/imports/${id}/issues`, query),
    placeholderData: keepPreviousData,
    enabled,
  })

/** What the server answers about the whole import replaces what was known of it. */
function useKeepImport(id: string) {
  const client = useQueryClient()
  return useCallback(
    (ledgerImport: LedgerImport) => {
      client.setQueryData(one(id), ledgerImport)
      return client.invalidateQueries({ queryKey: ['imports', 'list'] })
    },
    [client, id],
  )
}

/** One that was just uploaded: its page opens at once, and the list asks again. */
export function useArrived() {
  const client = useQueryClient()
  return (ledgerImport: LedgerImport) => {
    client.setQueryData(one(ledgerImport.id), ledgerImport)
    void client.invalidateQueries({ queryKey: ['imports', 'list'] })
  }
}

export function useCheck(id: string) {
  const client = useQueryClient()
  const keep = useKeepImport(id)
  return useMutation({
    mutationFn: (input: CheckInput) => api.send<LedgerImport>('PUT', `/imports/${id}/check`, input),
    onSuccess: (ledgerImport) => {
      client.removeQueries({ queryKey: importKeys.rows(id) })
      client.removeQueries({ queryKey: importKeys.issues(id) })
      client.setQueryData<MovedOn>(importKeys.movedOn(id), { places: 0, first: [] })
      return keep(ledgerImport)
    },
    // With the connection lost, the check may have been made all the same.
    onError: () => client.invalidateQueries({ queryKey: one(id), exact: true }),
  })
}

/** The row decided stays where it is on screen; counts and the other lists follow. */
export function useDecide(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ rowId, ...decision }: Decision & { rowId: string }) =>
      api.send<ImportRow>('PUT', `/imports/${id}/rows/${rowId}`, decision),
    onSuccess: (row) => {
      client.setQueriesData<Page<ImportRow>>(
        { queryKey: importKeys.rows(id) },
        (page) => page && { ...page, items: page.items.map((known) => (known.id === row.id ? row : known)) },
      )
      void client.invalidateQueries({ queryKey: importKeys.rows(id), refetchType: 'none' })
      void client.invalidateQueries({ queryKey: importKeys.issues(id) })
      void client.invalidateQueries({ queryKey: one(id), exact: true })
    },
  })
}

export function useAnswer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ issueId, ...answer }: Answer & { issueId: string }) =>
      api.send<{ answered: number }>('PUT', `/imports/${id}/issues/${issueId}`, answer),
    // Not waited for: the cell answered leaves the list with the next answer of the server, and says so before.
    onSuccess: () => void client.invalidateQueries({ queryKey: one(id) }),
  })
}

export function useDiscard(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.send<unknown>('DELETE', `/imports/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: importKeys.list }),
  })
}

export const useUndoPreview = (id: string, open: boolean) =>
  useQuery({
    queryKey: [...one(id), 'undo'],
    queryFn: () => api.get<UndoPreview>(`/imports/${id}/undo`),
    enabled: open,
    // What was edited since must be as of now, not of an earlier look.
    gcTime: 0,
    staleTime: 0,
  })

export function useUndo(id: string) {
  const client = useQueryClient()
  const keep = useKeepImport(id)
  return useMutation({
    mutationFn: (input: UndoInput) => api.send<LedgerImport>('POST', `/imports/${id}/undo`, input),
    onError: () => client.invalidateQueries({ queryKey: one(id), exact: true }),
    onSuccess: async (ledgerImport) => {
      await keep(ledgerImport)
      // The ledger and everything that counts it may have changed.
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'imports',
      })
    },
  })
}
