import { type Actor, mayCall, type Policy } from '../../../server/access.ts'

const holds = (verb: 'read' | 'update') => (actor: Actor) => mayCall(actor, `basemap:${verb}`)

/** One row of the zone, which the system administrator writes; what it says of keys and addresses is theirs alone. */
export const basemapPolicy: Policy<undefined> = {
  read: holds('read'),
  create: () => false,
  update: holds('update'),
  remove: () => false,
}
