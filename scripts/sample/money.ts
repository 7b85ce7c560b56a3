import { stages } from '../../src/features/projects/stages.ts'
import { addToMonth, type Day, daysBetween, lastDayOfMonth, type Month } from '../../src/shared/days.ts'
import { stageOn } from './course.ts'
import { at, type SampleProject } from './project.ts'

export type Spending = { annualPlan?: number; monthDone?: number; yearDone?: number; totalDone?: number }

/** Share of the building that is done: slow, quick, slow. */
const done = (project: SampleProject, day: Day): number => {
  const from = project.reached.started
  const to = project.reached.completed
  if (!from || !to || day < from) return 0
  const part = Math.min(1, daysBetween(from, day) / Math.max(1, daysBetween(from, to)))
  return part * part * (3 - 2 * part)
}

/** Each month's figure is worked out once, from the amount that held then, and adds up ever after. */
const spentBy = (project: SampleProject, month: Month): number => {
  const day = lastDayOfMonth(month)
  return Math.round((done(project, day) * (at(project.fixed, project.reached.started ?? day) ?? 0)) / 10) * 10
}

/** What the office reports of a project's investment at the end of a month, 万元. */
export const spending = (project: SampleProject, month: Month): Spending => {
  const day = lastDayOfMonth(month)
  const stage = stageOn(project.reached, day)
  if (!stage || stages.indexOf(stage) < stages.indexOf('landed')) return {}
  const year = Number(month.slice(0, 4))
  const before = spentBy(project, `${year - 1}-12`)
  const meant = spentBy(project, `${year}-12`) - before
  const left = (at(project.fixed, day) ?? 0) - before
  const annualPlan = Math.floor(Math.min(left, meant * project.planFactor(year)) / 100) * 100
  const building = stages.indexOf(stage) >= stages.indexOf('started')
  const total = spentBy(project, month)
  if (!building) return annualPlan > 0 ? { annualPlan, monthDone: 0, yearDone: 0 } : {}
  if (annualPlan <= 0 && total === before) return { totalDone: total }
  return {
    ...(annualPlan > 0 ? { annualPlan } : {}),
    monthDone: total - spentBy(project, addToMonth(month, -1)),
    yearDone: total - before,
    totalDone: total,
  }
}
