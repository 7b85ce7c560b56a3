import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { MemberAccount } from '../contract.ts'

export type MemberAct = MemberAccount['acts'][number]

const keyOf = (id: string) => ['members', id, 'account']
const addresses: Record<MemberAct, string> = {
  setPassword: 'password',
  resetFactor: 'second-factor/reset',
  endSessions: 'end-sessions',
}

export const useMemberAccount = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: () => api.get<MemberAccount>(`/members/${id}/account`) })

export function useMemberAct(id: string, act: MemberAct) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: { reason: string; password?: string }) =>
      api.send('POST', `/members/${id}/${addresses[act]}`, given),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['members'] }),
        client.invalidateQueries({ queryKey: ['security'] }),
      ]),
  })
}
