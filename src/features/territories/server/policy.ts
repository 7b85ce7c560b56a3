import { type Actor, has, type Policy } from '../../../server/access.ts'

const keeps = (actor: Actor) => has(actor, 'director', 'administrator')

export const territoryPolicy: Policy<unknown> = {
  read: () => true,
  create: keeps,
  update: keeps,
  remove: keeps,
}
