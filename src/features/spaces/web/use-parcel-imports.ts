import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Territory, TerritoryDetail } from '../../territories/contract.ts'
import type { Boundary } from '../contract.ts'
import type {
  ImportDrawing,
  ParcelImport,
  ParcelImportRow,
  ReadingPatch,
  RowFindings,
  RowPatch,
  RowsPatch,
  RowsQuery,
  UndoneParcels,
} from '../import-contract.ts'
import { useLandMoved } from './use-parcels.ts'

export type ImportLine = Omit<ParcelImport, 'reading' | 'notices' | 'bounds'>
type Rows = { items: ParcelImportRow[]; total: number }

const list = ['parcelImports', 'list']
const one = (id: string) => ['parcelImports', id]
const rows = (id: string) => [...one(id), 'rows']
/** What the rows are made of; another reading makes other rows. */
const parts = (id: string) => ['rows', 'findings', 'drawing'].map((part) => [...one(id), part])

export const useParcelImports = (enabled: boolean) =>
  useQuery({
    queryKey: list,
    queryFn: () => api.get<{ items: ImportLine[]; total: number }>('/parcel-imports'),
    enabled,
  })

export const useParcelImport = (id: string | undefined) =>
  useQuery({
    queryKey: one(id ?? ''),
    queryFn: () => api.get<ParcelImport>(`/parcel-imports/${id}`),
    enabled: id !== undefined,
  })

export const useImportRows = (id: string, query: RowsQuery) =>
  useQuery({
    queryKey: [...rows(id), query],
    queryFn: () => api.get<Rows>(`/parcel-imports/${id}/rows`, query),
    placeholderData: keepPreviousData,
  })

export const useRowFindings = (id: string) =>
  useQuery({
    queryKey: [...one(id), 'findings'],
    queryFn: () => api.get<RowFindings>(`/parcel-imports/${id}/findings`),
    placeholderData: keepPreviousData,
  })

export const useDrawing = (id: string) =>
  useQuery({
    queryKey: [...one(id), 'drawing'],
    queryFn: () => api.get<ImportDrawing>(`/parcel-imports/${id}/drawing`),
    placeholderData: keepPreviousData,
  })

/** Areas to know one’s way by beneath what a file draws. */
export function useGround(): { id: string; label: string; boundary: Boundary }[] {
  const { data } = useQuery({
    queryKey: ['territories', 'all'],
    queryFn: () => api.get<{ items: Territory[] }>('/territories'),
    staleTime: 300_000,
  })
  const drawn = [...new Set((data?.items ?? []).filter(({ hasBoundary }) => hasBoundary).map(({ id }) => id))]
  return useQueries({
    queries: drawn.map((id) => ({
      queryKey: ['territories', 'one', id],
      queryFn: () => api.get<TerritoryDetail>(`/territories/${id}`),
      staleTime: 300_000,
    })),
    combine: groundOf,
  })
}

const groundOf = (answers: readonly { data: TerritoryDetail | undefined }[]) =>
  answers.flatMap(({ data }) =>
    data?.boundary ? [{ id: data.id, label: data.name, boundary: data.boundary as Boundary }] : [],
  )

export function useArrivedParcels() {
  const client = useQueryClient()
  return (arrived: ParcelImport) => {
    client.setQueryData(one(arrived.id), arrived)
    void client.invalidateQueries({ queryKey: list })
  }
}

/** What is done with an import; the server’s answer replaces what was known of it. */
export function useImportActs(id: string) {
  const client = useQueryClient()
  const moved = useLandMoved()
  const keep = (answer: ParcelImport) => {
    client.setQueryData(one(id), answer)
    void client.invalidateQueries({ queryKey: list })
  }
  const askAgain = () => void client.invalidateQueries({ queryKey: one(id) })
  const renewRows = () => {
    for (const queryKey of parts(id)) void client.invalidateQueries({ queryKey })
  }
  const written = (answer: ParcelImport) => {
    keep(answer)
    void moved()
  }
  return {
    read: useMutation({
      mutationFn: (patch: ReadingPatch) => api.send<ParcelImport>('PATCH', `/parcel-imports/${id}`, patch),
      onSuccess: (answer, { revision: _, confirmed, ...reading }) => {
        keep(answer)
        if (Object.keys(reading).length > 0 || confirmed === undefined) renewRows()
      },
      onError: askAgain,
    }),
    /** The row decided stays where it is on screen; counts follow. */
    decide: useMutation({
      mutationFn: ({ rowId, ...patch }: RowPatch & { rowId: string }) =>
        api.send<ParcelImport>('PATCH', `/parcel-imports/${id}/rows/${rowId}`, patch),
      onSuccess: (answer, { rowId, ...patch }) => {
        keep(answer)
        client.setQueriesData<Rows>(
          { queryKey: rows(id) },
          (page) =>
            page && {
              ...page,
              items: page.items.map((row) => (row.id === rowId ? { ...row, ...given(patch) } : row)),
            },
        )
      },
      onError: askAgain,
    }),
    decideAll: useMutation({
      mutationFn: (patch: RowsPatch) => api.send<ParcelImport>('PATCH', `/parcel-imports/${id}/rows`, patch),
      onSuccess: (answer) => {
        keep(answer)
        void client.invalidateQueries({ queryKey: rows(id) })
      },
      onError: askAgain,
    }),
    apply: useMutation({
      mutationFn: (revision: number) =>
        api.send<ParcelImport>('POST', `/parcel-imports/${id}/apply`, { revision }),
      onSuccess: written,
      onError: askAgain,
    }),
    undo: useMutation({
      mutationFn: () => api.send<UndoneParcels>('POST', `/parcel-imports/${id}/undo`),
      onSuccess: (answer) => written(answer.import),
      onError: askAgain,
    }),
    discard: useMutation({
      mutationFn: () => api.send<unknown>('DELETE', `/parcel-imports/${id}`),
      onSuccess: () => client.invalidateQueries({ queryKey: list }),
    }),
  }
}

const given = ({ decision, areaBy }: RowPatch) => ({
  ...(decision === undefined ? {} : { decision }),
  ...(areaBy === undefined ? {} : { areaBy }),
})

export type ImportActs = ReturnType<typeof useImportActs>
