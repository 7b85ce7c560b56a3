import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'

type Groups = { items: { value: string | null; count: number }[] }

/** The chains that the ledger's projects name, as the ledger groups them. */
export function useChains(): string[] {
  const { data } = useQuery({
    queryKey: ['ledger', 'groups', 'chains'],
    queryFn: () => api.get<Groups>('/ledger/groups', { by: 'chain' }),
    staleTime: 60_000,
  })
  return (data?.items ?? []).flatMap(({ value }) => value ?? [])
}
