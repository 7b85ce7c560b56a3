import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  BuildingImport,
  BuildingImportRows,
  ReadingPatch,
  RowVerdict,
  UndoneBuildings,
} from '../import-contract.ts'
import { useRoomsMoved } from './use-buildings.ts'

export type ImportLine = Omit<BuildingImport, 'reading'>
const list = ['buildingImports', 'list']
const one = (id: string) => ['buildingImports', id]
export const rowsAtOnce = 100

export const useBuildingImports = (enabled: boolean) =>
  useQuery({
    queryKey: list,
    queryFn: () => api.get<{ items: ImportLine[]; total: number }>('/building-imports'),
    enabled,
  })

export const useBuildingImport = (id: string) =>
  useQuery({
    queryKey: one(id),
    queryFn: () => api.get<BuildingImport>(`/building-imports/${id}`),
    retry: false,
  })

export const useImportRows = (file: BuildingImport, verdict: RowVerdict | undefined, page: number) =>
  useQuery({
    queryKey: [...one(file.id), 'rows', file.revision, verdict, page],
    queryFn: () =>
      api.get<BuildingImportRows>(`/building-imports/${file.id}/rows`, {
        ...(verdict ? { verdict } : {}),
        limit: rowsAtOnce,
        offset: (page - 1) * rowsAtOnce,
      }),
    placeholderData: keepPreviousData,
  })

export function useArrivedTable() {
  const client = useQueryClient()
  return (arrived: BuildingImport) => {
    client.setQueryData(one(arrived.id), arrived)
    void client.invalidateQueries({ queryKey: list })
  }
}

/** What is done with an import; the server’s answer replaces what was known of it. */
export function useImportActs(id: string) {
  const client = useQueryClient()
  const moved = useRoomsMoved()
  const keep = (answer: BuildingImport) => {
    client.setQueryData(one(id), answer)
    void client.invalidateQueries({ queryKey: list })
  }
  const askAgain = () => void client.invalidateQueries({ queryKey: one(id) })
  const written = (answer: BuildingImport) => {
    keep(answer)
    void moved()
  }
  return {
    check: useMutation({
      mutationFn: (patch: ReadingPatch) =>
        api.send<BuildingImport>('PATCH', `/building-imports/${id}`, patch),
      onSuccess: keep,
      onError: askAgain,
    }),
    apply: useMutation({
      mutationFn: (revision: number) =>
        api.send<BuildingImport>('POST', `/building-imports/${id}/apply`, { revision }),
      onSuccess: written,
      onError: askAgain,
    }),
    undo: useMutation({
      mutationFn: () => api.send<UndoneBuildings>('POST', `/building-imports/${id}/undo`),
      onSuccess: (answer) => written(answer.import),
      onError: askAgain,
    }),
    discard: useMutation({
      mutationFn: () => api.send<unknown>('DELETE', `/building-imports/${id}`),
      onSuccess: () => client.invalidateQueries({ queryKey: list }),
    }),
  }
}
export type ImportActs = ReturnType<typeof useImportActs>

/** What applying would write: what is clear and not left out, and what somebody takes though it is in doubt. */
export const rowsToWrite = ({ counts }: Pick<BuildingImport, 'counts'>) =>
  counts.new + counts.changed - counts.skipped + counts.taken
