import { useMemo, useState } from 'react'
import { type Day, shanghaiDay } from '../../../../shared/days.ts'
import { useAddress } from '../../../../web/address.ts'
import type { DifferenceGroup, DifferenceKind } from '../../differences-contract.ts'
import type { MapAsked } from '../map-address.ts'
import { type Marks, marksOf } from './marks.ts'
import { useDifferences } from './use-differences.ts'

export type Side = 'before' | 'after'
export type Compare = {
  /** The earlier day; undefined while one day alone is looked at. */
  then: Day | undefined
  /** Of two days, which one a screen with room for one map shows. */
  side: Side
  turnTo: (side: Side) => void
  groups: readonly DifferenceGroup[] | undefined
  /** Of things that differ; one that differs in two ways stands in two groups. */
  total: number | undefined
  isStale: boolean
  error: unknown
  retry: () => void
  marks: Record<Side, Marks | undefined>
  toggle: (kind: DifferenceKind) => void
}

/** The day in the address that stands beside the one looked at, as long as it is earlier, and what differs. */
export function useCompare({ vs, differs, unitId, chain }: MapAsked, day: Day | undefined): Compare {
  const { setSearch } = useAddress()
  const then = vs !== undefined && vs < (day ?? shanghaiDay(Date.now())) ? vs : undefined
  const [side, turnTo] = useState<Side>('after')
  // Counts and marks of all; the items of an opened kind are asked for by their list.
  const { data, isPlaceholderData, error, refetch } = useDifferences({ since: then, unitId, chain, limit: 1 })
  const groups = then ? data?.groups : undefined
  const marks = useMemo(() => {
    const of = (one: Side) => groups && marksOf(groups, differs, one)
    return { before: of('before'), after: of('after') }
  }, [groups, differs])
  return {
    ...{
      then,
      side,
      turnTo,
      groups,
      total: then ? data?.total : undefined,
      isStale: isPlaceholderData,
      error,
      marks,
    },
    retry: () => void refetch(),
    toggle: (kind) => setSearch({ differs: kind === differs ? undefined : kind }, { replace: true }),
  }
}
