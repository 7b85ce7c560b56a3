import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { api } from '../../../web/api.ts'
import type { Unit } from '../../organisation/contract.ts'
import { type Corps, corpsOf } from './corps-names.ts'

export function useCorps(): Corps {
  const { data } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units'),
    staleTime: 300_000,
  })
  const today = shanghaiDay(Date.now())
  return useMemo(() => {
    const known = (data?.items ?? []).filter((unit) => unit.kind === 'corps')
    return corpsOf(
      known.filter((unit) => unit.fromOn <= today && (unit.toOn === null || unit.toOn >= today)),
      known,
    )
  }, [data, today])
}
