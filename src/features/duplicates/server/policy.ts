import { type Actor, authorize, has } from '../../../server/access.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import type { StoredSide } from './sides.ts'

const wholeZone = (actor: Actor) => has(actor, 'director', 'analyst')

/** Two projects become one, or are said to be two, by those who may change both. */
export function authorizeBoth(actor: Actor, sides: readonly StoredSide[]) {
  for (const side of sides) authorize(projectPolicy, actor, 'update', side)
}

export const pairAbilities = (actor: Actor, sides: readonly StoredSide[]) =>
  wholeZone(actor) && sides.every((side) => projectPolicy.update(actor, side)) ? ['merge', 'say'] : []

export const mergeAbilities = (actor: Actor, { undoneAt }: { undoneAt: string | null }) =>
  wholeZone(actor) && undoneAt === null ? ['undo'] : []

export const notSameAbilities = (actor: Actor) => (wholeZone(actor) ? ['remove'] : [])
