import dayjs from 'dayjs'
import type { Stage } from '../../projects/stages.ts'
import { usualWeights } from '../criteria.ts'
import type { Plan, PlanInput, Threshold } from '../plan-contract.ts'

export type QuotaDraft = { unitId?: string; measure: 'projects' | 'areaM2'; most: number | null }
export type PlanDraft = {
  name: string
  stages: Stage[]
  gapPercent: number
  mostSeconds: number
  acceptUnknown: boolean
  quotas: QuotaDraft[]
  thresholds: { indicator?: Threshold['indicator']; percent: number | null }[]
}

/** What waits for land: from the first talks until land is supplied. */
export const newDraft = (name: (day: string) => string): PlanDraft => ({
  name: name(dayjs().format('YYYY-MM-DD')),
  stages: ['negotiating', 'underReview', 'signed', 'landed'],
  ...{ gapPercent: 0.5, mostSeconds: 60, acceptUnknown: true, quotas: [], thresholds: [] },
})

/** 0.007 is 0.7 %, and not what doubles make of it. */
const percentOf = (share: number) => Number((share * 100).toPrecision(10))

/** What another plan was asked, to be changed. */
export const draftOf = ({ asked }: Pick<Plan, 'asked'>, name: string): PlanDraft => ({
  ...{ name, stages: (asked.stages ?? []) as Stage[], gapPercent: percentOf(asked.gap) },
  ...{ mostSeconds: asked.mostSeconds, acceptUnknown: asked.acceptUnknown },
  ...{ quotas: [...asked.quotas], thresholds: [...asked.thresholds] },
})

/** `tax:3,late:0`, what is not as usual. */
export const weightsText = (weights: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(usualWeights)
    .flatMap(([key, usual]) =>
      weights[key] === undefined || weights[key] === usual ? [] : [`${key}:${weights[key]}`],
    )
    .join(',') || undefined

export const inputOf = (
  { name, stages, gapPercent, mostSeconds, acceptUnknown, quotas, thresholds }: PlanDraft,
  weights: string | undefined,
  projectIds: readonly string[] | null,
): PlanInput => ({
  ...{ name: name.trim(), gap: gapPercent / 100, mostSeconds, acceptUnknown },
  ...(projectIds ? { projectIds: [...projectIds] } : { stages }),
  weights: weights ?? null,
  quotas: (quotas ?? []).flatMap(({ unitId, measure, most }) =>
    unitId && most !== null ? [{ unitId, measure, most }] : [],
  ),
  thresholds: (thresholds ?? []).flatMap(({ indicator, percent }) =>
    indicator && percent !== null ? [{ indicator, percent }] : [],
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
