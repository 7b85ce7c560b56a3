import { lastDayOfMonth, type Month, monthOf } from '../../shared/days.ts'
import {
  dayOf,
  type Figures,
  firstDay,
  hasPlans,
  isOpen,
  isOver,
  type Moment,
  monthBefore,
  onPlan,
  type Planned,
  plannedOf,
  tasksOf,
} from './figures.ts'
import type { Light, MonthTaskPart, PartVerdict, Reason } from './rule.ts'

/** What a month was to bring, and what former ones still owed in it: met, missed, or made good since. */
export function judgeMonthTask(part: MonthTaskPart, figures: Figures, moment: Moment): PartVerdict {
  const { kind, milestones } = part
  const told = (light: Light, reason: Reason): PartVerdict => ({ kind, light, reason })
  if (!hasPlans(milestones, figures) && figures.tasks.length === 0)
    return told('grey', { code: 'missing', figure: 'planDates' })
  const { month, today } = moment
  const planned = [...plannedOf(milestones, figures, today), ...tasksOf(figures, today)]
  const day = dayOf(moment)
  // While a month runs its own tasks can still be met.
  const lastOver = isOver(moment) ? month : monthBefore(month)
  const missed = missedBy(planned, lastOver).filter((one) => isOpen(one, day))
  const [first, ...others] = missed
  if (first) {
    const nextEnd = lastDayOfMonth(monthBefore(month, -1))
    if (part.madeGood && missed.every((one) => !isOpen(one, nextEnd)))
      return told(part.madeGood, { ...of(first), code: 'taskMadeGood', on: first.actual ?? '' })
    const months = missedInARow(planned, lastOver)
    const isLong = part.inARow !== null && months >= part.inARow
    const reason = { ...of(first), code: 'taskMissed' as const, months, others: others.length }
    return told(isLong ? 'red' : part.missed, reason)
  }
  const inMonth = planned.filter(
    ({ planOn, done }) =>
      monthOf(planOn) === month || (planOn < firstDay(month) && done && done >= firstDay(month)),
  )
  const late = inMonth.find(({ planOn }) => monthOf(planOn) < month)
  if (part.madeGood && late)
    return told(part.madeGood, { ...of(late), code: 'taskMadeGood', on: late.actual ?? '' })
  const open = inMonth.find((one) => isOpen(one, day))
  if (open) return told('green', { ...of(open), code: 'taskOpen' })
  const done = inMonth.at(-1)
  if (done) return told('green', { code: 'taskDone', milestone: done.kind, on: done.actual ?? '' })
  return told('green', onPlan(planned, day))
}

/** No row is counted further back; calendars end somewhere. */
const firstMonth = '1900-01'

const of = ({ kind, plan }: Planned) => ({ milestone: kind, plan })

/** Planned for the month or before, and not done when it ended. */
const missedBy = (planned: readonly Planned[], month: Month) =>
  planned.filter((one) => monthOf(one.planOn) <= month && isOpen(one, lastDayOfMonth(month)))

/** So many months up to this one ended with something missed. */
function missedInARow(planned: readonly Planned[], month: Month): number {
  let months = 0
  for (let at = month; missedBy(planned, at).length > 0 && at > firstMonth; at = monthBefore(at)) months++
  return months
}
