import { judgeRule } from '../../../engine/land-rules/judge.ts'
import type { CheckStage, Verdict } from '../../../engine/land-rules/rule.ts'
import type { Quantity } from '../../../engine/land-rules/units.ts'
import { addMonths, type Day, daysBetween } from '../../../shared/days.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'

export const promiseStates = ['late', 'short', 'due', 'running', 'kept'] as const
/**
 * `late`: not kept, and its day is over. `short`: measured at its stage, and missed. `due`: its stage is reached and
 * nobody measured it. `running`: its stage is to come. `kept`: what there is keeps it.
 */
export type PromiseState = (typeof promiseStates)[number]

export type Promised = {
  indicator: string
  quantity: Quantity
  checkStage: CheckStage
  dueOn: Day | null
}
type Held = {
  state: PromiseState
  actual: Decimal | null
  margin: Decimal | null
  dueOn: Day | null
  lateDays: number
}

/** How a promise stands on a day, by what there is of it and by the days its project has passed. */
export function stateOfPromise(
  promise: Promised,
  actual: Quantity | undefined,
  passed: Readonly<Record<string, Day | undefined>>,
  today: Day,
): Held {
  const better = indicatorOf(promise.indicator)?.better
  const { value, unit } = promise.quantity
  const judged = judgeRule(
    {
      ...{ id: promise.indicator, checkStage: promise.checkStage, source: '' },
      ...{ kind: 'indicator', indicator: promise.indicator, value, unit },
      operator: better === 'less' ? 'atMost' : 'atLeast',
    },
    { figures: new Map(actual ? [[promise.indicator, actual]] : []), industry: null, answers: new Map() },
    () => new Set(),
  )
  const dueOn = promise.dueOn ?? dueBySpan(promise, passed)
  const isOver = dueOn !== null && dueOn < today
  const isReached = passed[promise.checkStage] !== undefined
  const span = spanOf(promise.indicator)
  const isEnded = span !== undefined && passed[span[1]] !== undefined
  const state = stateIn(judged.verdict)
  return {
    state,
    actual: judged.offered,
    margin: judged.margin,
    dueOn,
    lateDays: state === 'late' && dueOn !== null ? daysBetween(dueOn, today) : 0,
  }

  function stateIn(verdict: Verdict): PromiseState {
    // What a span has taken so far keeps nothing; once it has ended, nothing changes it any more.
    if (isEnded) return verdict === 'pass' ? 'kept' : 'short'
    if (verdict === 'pass' && span === undefined) return 'kept'
    if (isOver) return 'late'
    if (!isReached || span !== undefined) return 'running'
    return verdict === 'fail' ? 'short' : 'due'
  }
}

/** Spans of time, between two milestones. */
const spans: Record<string, [from: string, to: string]> = {
  monthsToStart: ['landSupplied', 'started'],
  monthsToComplete: ['started', 'completed'],
  monthsToFullCapacity: ['completed', 'fullCapacity'],
}
export const spanOf = (indicator: string) => spans[indicator]

/** A span that has begun is over after so many months. */
function dueBySpan(
  { indicator, quantity }: Promised,
  passed: Readonly<Record<string, Day | undefined>>,
): Day | null {
  const from = passed[spanOf(indicator)?.[0] ?? '']
  const months = Number(quantity.value) * (quantity.unit === '年' ? 12 : 1)
  return from !== undefined && Number.isInteger(months) ? addMonths(from, months) : null
}

/** Months that a span has taken, or takes up to a day: one begun counts whole, so that “within n months” is told exactly. */
export function monthsTaken(from: Day, to: Day): number {
  let months = 0
  while (addMonths(from, months) < to) months++
  return months
}
