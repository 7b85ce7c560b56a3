import { type Actor, has, mayCall, type Policy } from '../../../server/access.ts'
import { notAllowed } from '../../../server/errors.ts'

const writes = (actor: Actor) => has(actor, 'director', 'analyst')

/** Under which rules land is supplied is the zone's to say. */
export const ruleSetPolicy: Policy<undefined> = {
  read: () => true,
  create: writes,
  update: writes,
  remove: writes,
}

export const mayExempt = (actor: Actor) =>
  !actor.asOf && mayCall(actor, 'project:update') && has(actor, 'director')

/** Who works on a project does not let it off a rule. */
export function authorizeExemption(actor: Actor) {
  if (!mayExempt(actor))
    throw notAllowed(
      '豁免供地条件由管委会领导决定。',
      'Only a director of the zone decides that a condition need not be kept.',
    )
}
