import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Account, FactorProof, FactorStarted, RecoveryCodes, Session } from '../contract.ts'

export const useAccount = () =>
  useQuery({ queryKey: ['account'], queryFn: () => api.get<Account>('/account') })

export const useSessions = () =>
  useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.get<{ items: Session[]; total: number }>('/sessions'),
  })

/** What the account page shows is read again after each act on it. */
function useAct<I, O>(mutationFn: (input: I) => Promise<O>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['account'] }),
        client.invalidateQueries({ queryKey: ['sessions'] }),
      ]),
  })
}

export const useBeginFactor = () =>
  useMutation({
    mutationFn: (proof: Partial<FactorProof>) => api.send<FactorStarted>('POST', '/second-factor', proof),
  })

export const useConfirmFactor = () =>
  useAct((code: string) => api.send<RecoveryCodes>('POST', '/second-factor/confirm', { code }))

export const useFactorOff = () =>
  useAct((proof: FactorProof) => api.send('POST', '/second-factor/off', proof))

export const useNewRecoveryCodes = () =>
  useAct((proof: FactorProof) => api.send<RecoveryCodes>('POST', '/second-factor/recovery-codes', proof))

/** One session, or all but this. */
export const useEndSession = () =>
  useAct((id: string | undefined) =>
    id ? api.send('DELETE', `/sessions/${id}`) : api.send('POST', '/sessions/end-others'),
  )
