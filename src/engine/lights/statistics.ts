import { addDays, addMonths, type Day, monthOf } from '../../shared/days.ts'
import { compareDecimal, divideDecimal, multiplyDecimal, subtractDecimal } from '../../shared/decimal.ts'
import { dayOf, doneOn, type Figures, isOver, type Moment, monthsBetween } from './figures.ts'
import { lightOf } from './limits.ts'
import type { FundsPart, Light, Limit, PartVerdict, Reason, StatisticsPart } from './rule.ts'

/** Started, and so many calendar months later still not entered into statistics. */
export function judgeStatistics(part: StatisticsPart, figures: Figures, moment: Moment): PartVerdict {
  const told = (light: Light, reason: Reason): PartVerdict => ({ kind: part.kind, light, reason })
  const day = dayOf(moment)
  const started = figures.milestones.find(({ kind }) => kind === 'started')
  const entered = figures.milestones.find(({ kind }) => kind === 'statEntered')
  const enteredOn = entered ? doneOn(entered, moment.today) : null
  if (entered?.actual && enteredOn !== null && enteredOn <= day)
    return told('green', { code: 'statEntered', on: entered.actual })
  const on = started ? doneOn(started, moment.today) : null
  if (!started?.actual || on === null || on > day)
    return told(
      'grey',
      on === null && started?.isPassed ? { code: 'missing', figure: 'startDate' } : { code: 'notStarted' },
    )
  // A month's end is judged as the next one begins.
  const at = isOver(moment) ? addDays(day, 1) : day
  const light = reaches(part.red, on, at) ? 'red' : reaches(part.yellow, on, at) ? 'yellow' : 'green'
  return told(light, { code: 'statOpen', on: started.actual, months: monthsSince(on, at) })
}

function reaches(limit: Limit | null, since: Day, at: Day): boolean {
  if (!limit) return false
  const day = addMonths(since, Number(limit.value))
  return limit.op === 'over' ? at > day : at >= day
}

/** Whole months gone by. */
function monthsSince(since: Day, at: Day): number {
  const months = monthsBetween(monthOf(since), monthOf(at))
  return addMonths(since, months) > at ? months - 1 : months
}

export function judgeFunds(part: FundsPart, { funds }: Figures): PartVerdict {
  if (!funds || compareDecimal(funds.due, '0') <= 0)
    return { kind: part.kind, light: 'grey', reason: { code: 'missing', figure: 'funds' } }
  const top = multiplyDecimal(subtractDecimal(funds.due, funds.paid), '100')
  return {
    kind: part.kind,
    light: lightOf(part, { top, bottom: funds.due }),
    reason: { code: 'funds', short: divideDecimal(top, funds.due, 6) },
  }
}
