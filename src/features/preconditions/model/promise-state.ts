import { judgeRule } from '../../../engine/land-rules/judge.ts'
import type { CheckStage, Verdict } from '../../../engine/land-rules/rule.ts'
import { inUnit, type Quantity } from '../../../engine/land-rules/units.ts'
import { addMonths, type Day, daysBetween } from '../../../shared/days.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { Stage } from '../../projects/stages.ts'
import { hasReached, type Life } from './reached.ts'

export const promiseStates = ['late', 'short', 'due', 'running', 'kept'] as const
/**
 * `late`: not kept, and its day is over. `short`: measured at its stage, and missed. `due`: its stage is reached and
 * nobody measured it, or a day is missing. `running`: its stage is to come. `kept`: what there is keeps it.
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

/** How a promise stands on a day, by what there is of it and by how far its project has come. */
export function stateOfPromise(
  promise: Promised,
  actual: Quantity | undefined,
  life: Life,
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
  const dueOn = promise.dueOn ?? dueBySpan(promise, life.passed)
  const isOver = dueOn !== null && dueOn < today
  const isReached = hasReached(promise.checkStage, life)
  const span = spanOf(promise.indicator)
  const isEnded = span !== undefined && hasReached(span[1], life)
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
    if (isEnded) return verdict === 'unknown' ? 'due' : verdict === 'pass' ? 'kept' : 'short'
    // A limit from above can still be broken until it is looked at.
    if (verdict === 'pass' && span === undefined && (better !== 'less' || isReached || isOver)) return 'kept'
    if (isOver) return 'late'
    if (!isReached || span !== undefined) return 'running'
    return verdict === 'fail' ? 'short' : 'due'
  }
}

/** Spans of time, between two milestones. */
const spans: Record<string, [from: Stage, to: Stage]> = {
  monthsToStart: ['landSupplied', 'started'],
  monthsToComplete: ['started', 'completed'],
  monthsToFullCapacity: ['completed', 'fullCapacity'],
}
export const spanOf = (indicator: string) => spans[indicator]

/** No contract runs for longer, and the calendar ends somewhere. */
export const mostMonths = 1_200

/** A span that has begun is over after so many months; of a month that is not whole, as of any begun, none is left. */
function dueBySpan(
  { indicator, quantity }: Promised,
  passed: Readonly<Record<string, Day | undefined>>,
): Day | null {
  const from = passed[spanOf(indicator)?.[0] ?? '']
  if (from === undefined) return null
  const months = Math.floor(monthsIn(quantity))
  return months <= mostMonths ? addMonths(from, months) : null
}

/** To the millionth, so that 1.1 years are 13.2 months. */
export const monthsIn = ({ value, unit }: Quantity): number => Number(inUnit({ value, unit }, '个月'))

/** Months that a span has taken, or takes up to a day: one begun counts whole, so that “within n months” is told exactly. */
export function monthsTaken(from: Day, to: Day): number {
  let months = 0
  while (addMonths(from, months) < to) months++
  return months
}
