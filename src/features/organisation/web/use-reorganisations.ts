import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  Holdings,
  OrganisationOn,
  Preview,
  Reorganisation,
  ReorganisationDetail,
  ReorganisationInput,
} from '../reorganisation.ts'

type List<T> = { items: T[]; total: number }
type At = { id: string; revision: number }

/** The units of a day, with what each holds. */
export const useOrganisation = (on: string | undefined) =>
  useQuery({
    queryKey: ['organisation', on ?? 'today'],
    queryFn: () => api.get<OrganisationOn>('/organisation', { on }),
    placeholderData: (before) => before,
  })

export const useHoldings = (unitId: string | undefined, on: string | undefined) =>
  useQuery({
    queryKey: ['organisation', 'holdings', unitId, on ?? 'today'],
    queryFn: () => api.get<Holdings>(`/organisation/${unitId}`, { on }),
    enabled: unitId !== undefined && unitId !== '',
    retry: false,
  })

export const useReorganisations = () =>
  useQuery({
    queryKey: ['reorganisations'],
    queryFn: () => api.get<List<Reorganisation>>('/reorganisations'),
  })

export const useReorganisation = (id: string | undefined) =>
  useQuery({
    queryKey: ['reorganisations', id],
    queryFn: () => api.get<ReorganisationDetail>(`/reorganisations/${id}`),
    enabled: id !== undefined,
  })

export const usePreview = (id: string) =>
  useQuery({
    queryKey: ['reorganisations', id, 'preview'],
    queryFn: () => api.get<Preview>(`/reorganisations/${id}/preview`),
  })

/** What those who prepare do. An act may change everything that is shown, so everything is asked for again. */
export function useReorganise() {
  const client = useQueryClient()
  const act = <I, O>(mutationFn: (input: I) => Promise<O>) => ({
    mutationFn,
    onSuccess: () => client.invalidateQueries(),
  })
  return {
    prepare: useMutation(
      act(({ id, revision, ...input }: ReorganisationInput & { id?: string; revision?: number }) =>
        id
          ? api.send<Reorganisation>('PATCH', `/reorganisations/${id}`, { ...input, revision })
          : api.send<Reorganisation>('POST', '/reorganisations', input),
      ),
    ),
    confirm: useMutation(
      act(({ id, revision }: At) =>
        api.send<Reorganisation>('POST', `/reorganisations/${id}/confirm`, { revision }),
      ),
    ),
    undo: useMutation(
      act(({ id, revision }: At) =>
        api.send<Reorganisation>('POST', `/reorganisations/${id}/undo`, { revision }),
      ),
    ),
    reverse: useMutation(
      act(({ id, ...input }: { id: string; title: string; effectiveOn: string }) =>
        api.send<Reorganisation>('POST', `/reorganisations/${id}/reversal`, input),
      ),
    ),
    discard: useMutation(act((id: string) => api.send('DELETE', `/reorganisations/${id}`))),
  }
}
