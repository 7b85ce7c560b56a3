import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../web/api.ts'
import type { Unit } from '../../organisation/contract.ts'
import { type Corps, corpsOf } from './corps-names.ts'

export function useCorps(): Corps {
  const { data } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units'),
    staleTime: 300_000,
  })
  return useMemo(() => corpsOf((data?.items ?? []).filter((unit) => unit.kind === 'corps')), [data])
}
