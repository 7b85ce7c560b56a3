import type { Condition } from '../projects/contract.ts'
import { isUnsigned, stages } from '../projects/stages.ts'
import type { Goal } from './contract.ts'
import { type Measure, measures } from './measures.ts'
import { daysOf } from './model/progress.ts'

/** The ledger's own filter for what a goal counts; of a goal that stands on the day looked at it finds the same rows. */
export function ledgerConditions(
  { measure, period }: Pick<Goal, 'measure' | 'period'>,
  corpsId: string | 'zone',
): Condition[] {
  const { milestone, atLeast }: Measure = measures[measure]
  const days = daysOf(period)
  return [
    ...(corpsId === 'zone' ? [] : [{ field: 'corps', op: 'is' as const, value: [corpsId] }]),
    { field: 'stage', op: 'isNot', value: stages.filter(isUnsigned) },
    { field: 'standing', op: 'is', value: ['ongoing', 'onHold'] },
    ...(milestone
      ? [{ field: `${milestone}.actual`, op: 'is' as const, value: [period] }]
      : [
          { field: 'yearDone', op: 'filled' as const },
          { field: 'period', op: 'atLeast' as const, value: days?.fromOn ?? period },
          { field: 'period', op: 'atMost' as const, value: days?.toOn ?? period },
        ]),
    ...(atLeast ? [{ field: 'totalInvestment', op: 'atLeast' as const, value: atLeast }] : []),
  ]
}
