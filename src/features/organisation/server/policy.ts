import { type Actor, has, type Policy } from '../../../server/access.ts'

const administers = (actor: Actor) => has(actor, 'security_administrator')

/** Rights come from posts, so nobody changes their own: a security administrator would be a director in one step. */
export const memberPolicy: Policy<{ id: string } | undefined> = {
  read: () => true,
  create: administers,
  update: (actor, member) => administers(actor) && member?.id !== actor.memberId,
  remove: () => false, // a person who leaves has their posts ended; their history stays theirs
}
