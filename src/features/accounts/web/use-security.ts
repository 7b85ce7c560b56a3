import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { AccountState } from '../model/account-states.ts'
import type { AccountList, Security, SecurityInput, WallList } from '../security-contract.ts'

export const useSecurity = (enabled: boolean) =>
  useQuery({ queryKey: ['security'], queryFn: () => api.get<Security>('/security'), enabled })

export const useAccountsIn = (state: AccountState) =>
  useQuery({
    queryKey: ['security', 'accounts', state],
    queryFn: () => api.get<AccountList>('/security/accounts', { state }),
  })

export const useWalls = () =>
  useQuery({ queryKey: ['security', 'walls'], queryFn: () => api.get<WallList>('/walls') })

export function useEndWall() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.send('POST', `/walls/${id}/end`, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['security', 'walls'] }),
  })
}

export function useSaveSecurity() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: SecurityInput) => api.send<Security>('PUT', '/security', input),
    // What is asked of oneself may be different now.
    onSuccess: () =>
      Promise.all(['security', 'me', 'account'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
