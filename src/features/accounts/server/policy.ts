import { type Actor, has, mayCall, type Policy } from '../../../server/access.ts'

const holds = (verb: 'read' | 'update') => (actor: Actor) => mayCall(actor, `security:${verb}`)

/** What the zone asks of its accounts: one row, which the security administrator writes. */
export const securityPolicy: Policy<undefined> = {
  read: holds('read'),
  create: () => false,
  update: holds('update'),
  remove: () => false,
}

/** Somebody else's account; one's own has a page of its own, and nobody is let past their own second factor. */
export const memberAccountPolicy: Policy<{ id: string }> = {
  read: (actor) => has(actor, 'security_administrator'),
  create: () => false,
  update: (actor, member) => has(actor, 'security_administrator') && member.id !== actor.memberId,
  remove: () => false,
}
