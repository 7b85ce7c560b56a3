import { type Actor, has, type Policy } from '../../../server/access.ts'

const administers = (actor: Actor) => has(actor, 'administrator')

export const memberPolicy: Policy<unknown> = {
  read: () => true,
  create: administers,
  update: administers,
  remove: () => false, // a person who leaves has their posts ended; their history stays theirs
}
