import dayjs from 'dayjs'
import type { Stage } from '../../projects/stages.ts'
import { usualWeights } from '../criteria.ts'
import type { PlanInput } from '../plan-contract.ts'

export type QuotaDraft = { unitId?: string; measure: 'projects' | 'areaM2'; most: number | null }
export type PlanDraft = {
  name: string
  stages: Stage[]
  gapPercent: number
  mostSeconds: number
  acceptUnknown: boolean
  quotas: QuotaDraft[]
}

/** What waits for land: from the first talks until land is supplied. */
export const newDraft = (name: (day: string) => string): PlanDraft => ({
  name: name(dayjs().format('YYYY-MM-DD')),
  stages: ['negotiating', 'underReview', 'signed', 'landed'],
  ...{ gapPercent: 0.5, mostSeconds: 60, acceptUnknown: true, quotas: [] },
})

export const inputOf = (
  { name, stages, gapPercent, mostSeconds, acceptUnknown, quotas }: PlanDraft,
  weights: string | undefined,
): PlanInput => ({
  ...{ name: name.trim(), stages, gap: gapPercent / 100, mostSeconds, acceptUnknown },
  weights: weights ?? null,
  quotas: (quotas ?? []).flatMap(({ unitId, measure, most }) =>
    unitId && most !== null ? [{ unitId, measure, most }] : [],
  ),
})

/** `tax:3,late:0` as numbers, the usual where nothing is said. */
export const weightsOf = (told: string | undefined): Record<string, number> => ({
  ...usualWeights,
  ...Object.fromEntries(
    (told ?? '')
      .split(',')
      .filter(Boolean)
      .map((one) => one.split(':'))
      .map(([key, weight]) => [key, Number(weight)]),
  ),
})
