import {
  addToMonth,
  type Day,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  type Month,
  monthOf,
} from '../../shared/days.ts'
import type { Decimal } from '../../shared/decimal.ts'
import { firstDayOf, parseWhen } from '../../shared/when.ts'

/** A milestone with its dates as written: `2022-03-05`, `2022-03`, `2022-Q1`. */
export type MilestoneFigures = {
  kind: string
  plan: string | null
  actual: string | null
  /** The project's stage is at it or beyond it, so it happened, with or without a date. */
  isPassed: boolean
}
/** Amounts in 万元, as reported of a month. */
export type MonthFigures = { month: Month; annualPlan: Decimal | null; yearDone: Decimal | null }

/** All that rules ask of a project. */
export type Figures = {
  /** `ongoing`, or what stands instead: a project that rests has no light. */
  standing: string
  /** Milestones in the order in which a project meets them. */
  milestones: readonly MilestoneFigures[]
  /** What months were to bring in the office’s own words, which are its `kind`; old to new. */
  tasks: readonly MilestoneFigures[]
  /** In any order. */
  months: readonly MonthFigures[]
  /** Funds due by now and paid; null where nobody keeps them. */
  funds: { due: Decimal; paid: Decimal } | null
}

/** The month judged and the day of today, which may be later: what was made good since is known. */
export type Moment = { month: Month; today: Day }

/** The last day that counts: the month's, or today while it runs. */
export const dayOf = ({ month, today }: Moment): Day =>
  monthOf(today) > month ? lastDayOfMonth(month) : today
export const isOver = ({ month, today }: Moment) => monthOf(today) > month

/** Whole days past a day: at a month's end that day itself is over. Nought or less: not late. */
export const daysPast = (plan: Day, moment: Moment) =>
  daysBetween(plan, dayOf(moment)) + (isOver(moment) ? 1 : 0)

/** The day on which it is known to have happened by today: the last of a vague date, though not one to come. */
export function doneOn({ actual }: MilestoneFigures, today: Day): Day | null {
  const when = actual === null ? undefined : parseWhen(actual)
  if (actual === null || !when) return null
  if (when.day <= today) return when.day
  const first = when.precision === 'day' ? when.day : firstDayOf(actual)
  return first === undefined || first > today ? null : today
}

export type Planned = MilestoneFigures & { plan: string; planOn: Day; done: Day | null }

/** Chosen milestones that have a plan and are judged by it: those passed without a date are done, nobody knows when. */
export function plannedOf(chosen: readonly string[], figures: Figures, today: Day): Planned[] {
  return figures.milestones.flatMap((one) => {
    const planOn = one.plan === null ? undefined : parseWhen(one.plan)?.day
    if (one.plan === null || planOn === undefined) return []
    if (chosen.length > 0 && !chosen.includes(one.kind)) return []
    const done = doneOn(one, today)
    return one.isPassed && done === null ? [] : [{ ...one, plan: one.plan, planOn, done }]
  })
}

export const tasksOf = ({ tasks, ...figures }: Figures, today: Day): Planned[] =>
  plannedOf([], { ...figures, tasks, milestones: tasks }, today)

/** Whether any of the chosen is planned at all, so that a light can be given. */
export const hasPlans = (chosen: readonly string[], figures: Figures) =>
  figures.milestones.some(({ kind, plan }) => plan !== null && (chosen.length === 0 || chosen.includes(kind)))

export const isOpen = ({ done }: Planned, day: Day) => done === null || done > day

/** Nothing is late: what comes next. */
export function onPlan(planned: readonly Planned[], day: Day) {
  const next = planned
    .filter((one) => isOpen(one, day))
    .reduce<Planned | undefined>((best, one) => (best && best.planOn <= one.planOn ? best : one), undefined)
  return { code: 'onPlan' as const, milestone: next?.kind ?? null, plan: next?.plan ?? null }
}

/** Months from a to b: positive when b is later. */
export const monthsBetween = (a: Month, b: Month) =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5)) - Number(a.slice(5))

export const monthBefore = (month: Month, count = 1) => addToMonth(month, -count)
export const firstDay = firstDayOfMonth
