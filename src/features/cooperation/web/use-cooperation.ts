import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Unit } from '../../organisation/contract.ts'
import type {
  AgreeInput,
  AgreementInput,
  AgreementList,
  FirstContactInput,
  FirstContactList,
  ProjectCooperation,
  Registered,
} from '../contract.ts'

export const useCooperation = (projectId: string) =>
  useQuery({
    queryKey: ['project', projectId, 'cooperation'],
    queryFn: () => api.get<ProjectCooperation>(`/projects/${projectId}/cooperation`),
  })

export const useAgreements = (query: { waiting?: 'me'; show?: 'underWay' | 'done' } | undefined) =>
  useQuery({
    queryKey: ['agreements', query],
    queryFn: () => api.get<AgreementList>('/agreements', query),
    enabled: query !== undefined,
  })

export const useFirstContacts = (show: 'own' | 'disputed' | undefined) =>
  useQuery({
    queryKey: ['first-contacts', show],
    queryFn: () => api.get<FirstContactList>('/first-contacts', { show }),
    enabled: show !== undefined,
  })

/** The units that stand on a day, corps first as the zone orders them; the zone's own office takes no share. */
export function useUnits(day: string) {
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.get<{ items: Unit[] }>('/units') })
  return (units.data?.items ?? []).filter(
    ({ kind, fromOn, toOn }) => kind !== 'zone_office' && fromOn <= day && (toOn === null || toOn >= day),
  )
}

/** What is done between units moves projects from list to list: all of them are asked anew. */
export function useCooperationActs() {
  const client = useQueryClient()
  const act = <I, O>(mutationFn: (input: I) => Promise<O>) => ({
    mutationFn,
    onSettled: () => {
      for (const key of ['project', 'agreements', 'first-contacts', 'timeline', 'ledger', 'guests'])
        void client.invalidateQueries({ queryKey: [key] })
    },
  })
  type To<I> = I & { id: string }
  return {
    register: useMutation(
      act((input: FirstContactInput) => api.send<Registered>('POST', '/first-contacts', input)),
    ),
    decide: useMutation(
      act(({ id, ...input }: To<{ unitId: string; reason: string }>) =>
        api.send('POST', `/projects/${id}/first-contact/decisions`, input),
      ),
    ),
    separate: useMutation(
      act(({ id, ...input }: To<{ reason: string }>) =>
        api.send('POST', `/first-contacts/${id}/separate`, input),
      ),
    ),
    propose: useMutation(
      act(({ id, ...input }: To<AgreementInput>) => api.send('POST', `/projects/${id}/agreements`, input)),
    ),
    agree: useMutation(
      act(({ id, ...input }: To<AgreeInput>) => api.send('POST', `/agreements/${id}/agree`, input)),
    ),
    refuse: useMutation(
      act(({ id, ...input }: To<{ unitId: string | null; note: string }>) =>
        api.send('POST', `/agreements/${id}/refuse`, input),
      ),
    ),
    withdraw: useMutation(
      act(({ id, ...input }: To<{ note: string }>) => api.send('POST', `/agreements/${id}/withdraw`, input)),
    ),
    takeBack: useMutation(
      act(({ id, ...input }: To<{ note: string }>) => api.send('POST', `/agreements/${id}/take-back`, input)),
    ),
  }
}
export type CooperationActs = ReturnType<typeof useCooperationActs>
