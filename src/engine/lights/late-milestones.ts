import { monthOf } from '../../shared/days.ts'
import {
  dayOf,
  daysPast,
  type Figures,
  hasPlans,
  isOpen,
  isOver,
  type Moment,
  monthsBetween,
  onPlan,
  type Planned,
  plannedOf,
} from './figures.ts'
import { lightOf, whole } from './limits.ts'
import type { MilestonePart, OverduePart, PartVerdict } from './rule.ts'

/** The open milestone that is latest, by whole days past its plan. */
export function judgeMilestones(part: MilestonePart, figures: Figures, moment: Moment): PartVerdict {
  return judgeLate(part, figures, moment, (one) => {
    const days = daysPast(one.planOn, moment)
    return { count: days, reason: { code: 'milestoneLate', days } }
  })
}

/** The open milestone that is latest, by months: the one it was planned for, and each that has gone by since. */
export function judgeOverdue(part: OverduePart, figures: Figures, moment: Moment): PartVerdict {
  return judgeLate(part, figures, moment, (one) => {
    const gone = monthsBetween(monthOf(one.planOn), moment.month) + (isOver(moment) ? 1 : 0)
    const months = Math.max(1, gone)
    return { count: months, reason: { code: 'monthsOverdue', months } }
  })
}

type Lateness = {
  count: number
  reason: { code: 'milestoneLate'; days: number } | { code: 'monthsOverdue'; months: number }
}

function judgeLate(
  part: MilestonePart | OverduePart,
  figures: Figures,
  moment: Moment,
  lateness: (one: Planned) => Lateness,
): PartVerdict {
  const { kind, milestones } = part
  if (!hasPlans(milestones, figures))
    return { kind, light: 'grey', reason: { code: 'missing', figure: 'planDates' } }
  const planned = plannedOf(milestones, figures, moment.today)
  const day = dayOf(moment)
  const late = planned.filter((one) => isOpen(one, day) && daysPast(one.planOn, moment) > 0)
  const [first, ...others] = late.sort((a, b) => (a.planOn < b.planOn ? -1 : a.planOn > b.planOn ? 1 : 0))
  if (!first) return { kind, light: 'green', reason: onPlan(planned, day) }
  const { count, reason } = lateness(first)
  return {
    kind,
    light: lightOf(part, whole(count)),
    reason: { ...reason, milestone: first.kind, plan: first.plan, others: others.length },
  }
}
