import type { Part, PartKind } from '../../../engine/lights/rule.ts'
import { milestoneKinds } from '../../projects/stages.ts'

/** What a part of each kind has, beside its kind: all of it, and no more. */
export const partFields: Record<PartKind, readonly string[]> = {
  milestone: ['milestones', 'yellow', 'red'],
  overdueMonths: ['milestones', 'yellow', 'red'],
  investment: ['measure', 'monthsOld', 'inARow', 'yellow', 'red'],
  statistics: ['yellow', 'red'],
  funds: ['yellow', 'red'],
  monthTask: ['milestones', 'missed', 'madeGood', 'inARow'],
}

/** What is counted in wholes: days and months. */
export const inWholes: ReadonlySet<PartKind> = new Set(['milestone', 'overdueMonths', 'statistics'])
export const milestonesOf = (part: Part): readonly string[] =>
  'milestones' in part ? (part.milestones.length > 0 ? part.milestones : milestoneKinds) : []

export const partWords: Record<PartKind, { zh: string; en: string }> = {
  milestone: { zh: '节点逾期天数', en: 'Milestones late by days' },
  overdueMonths: { zh: '节点逾期月数', en: 'Milestones late by months' },
  investment: { zh: '投资进度', en: 'Investment' },
  statistics: { zh: '入统', en: 'Entry into statistics' },
  funds: { zh: '资金到位', en: 'Funds paid' },
  monthTask: { zh: '当月任务', en: 'Task of the month' },
}
