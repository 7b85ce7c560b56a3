import { type Actor, mayCall } from '../../../server/access.ts'
import { notAllowed } from '../../../server/errors.ts'
import { projectPolicy } from '../../projects/server/policy.ts'

export type Owned = { corpsId: string | null; officerId: string | null }

/** Whoever may change a project may change its tasks and what it asks for; a unit that is asked only reads. */
export const mayChart = (actor: Actor, project: Owned | undefined) =>
  !actor.asOf &&
  project !== undefined &&
  mayCall(actor, 'project:update') &&
  projectPolicy.update(actor, project)

export const chartAbilities = (actor: Actor, project: Owned | undefined) =>
  mayChart(actor, project) ? ['read', 'update'] : ['read']

export function authorizeChart(actor: Actor, project: Owned | undefined) {
  if (!mayChart(actor, project))
    throw notAllowed(
      '当月任务和保障事项由项目管家、本兵团人员或管委会领导填写，您的任职不包含这个项目。',
      'Month’s tasks and needs are written by the project’s officer, the people of its corps or the zone’s directors; your posts do not include this project.',
    )
}
