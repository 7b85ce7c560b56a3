import { type Actor, has, type Policy } from '../../../server/access.ts'

const sets = (actor: Actor) => has(actor, 'director', 'analyst')

/** Everybody in business compares corps by their goals; the office sets them. */
export const goalPolicy: Policy<unknown> = {
  read: (actor) => has(actor, 'director', 'commander', 'officer', 'promoter', 'analyst'),
  create: sets,
  update: sets,
  remove: sets,
}
