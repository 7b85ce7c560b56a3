import { type Light, type Stage, type Standing, stages } from '../../src/features/projects/stages.ts'
import { daysBetween, lastDayOfMonth, type Month } from '../../src/shared/days.ts'
import { parseWhen } from '../../src/shared/when.ts'
import type { Spending } from './money.ts'

/** As the office lit them: overdue starts by months, investment by points behind the time gone (example rules). */
export const lightOf = (
  stage: Stage,
  standing: Standing,
  month: Month,
  plannedStart: string | undefined,
  plannedEnd: string | undefined,
  spent: Spending,
): Light | undefined => {
  const order = stages.indexOf(stage)
  if (standing !== 'ongoing') return standing === 'onHold' ? 'grey' : undefined
  if (order < stages.indexOf('signed') || order > stages.indexOf('completed')) return undefined
  const day = lastDayOfMonth(month)
  if (order < stages.indexOf('started')) return byDelay(daysSince(plannedStart, day))
  if (stage === 'completed') return 'green'
  const late = byDelay(daysSince(plannedEnd, day))
  if (!spent.annualPlan || spent.yearDone === undefined) return late
  const behind = (Number(month.slice(5)) / 12 - spent.yearDone / spent.annualPlan) * 100
  const byMoney: Light = behind > 30 ? 'red' : behind >= 10 ? 'yellow' : 'green'
  return [late, byMoney].includes('red') ? 'red' : [late, byMoney].includes('yellow') ? 'yellow' : 'green'
}

const byDelay = (days: number): Light => (days > 45 ? 'red' : days > 0 ? 'yellow' : 'green')

const daysSince = (planned: string | undefined, day: string) => {
  const due = planned && parseWhen(planned)?.day
  return due ? daysBetween(due, day) : 0
}
