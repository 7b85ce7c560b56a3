import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Unit } from '../contract.ts'

/** Names of units; empty until they are known, and for what is none. */
export function useUnitNames() {
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.get<{ items: Unit[] }>('/units') })
  return (id: string | null) => units.data?.items.find((unit) => unit.id === id)?.name ?? ''
}
