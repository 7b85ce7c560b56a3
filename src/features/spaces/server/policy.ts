import { type Actor, has, type Policy } from '../../../server/access.ts'

export const keepsLand = (actor: Actor) => has(actor, 'director', 'analyst')

/** The zone keeps its land; who commands the unit that holds the territory says how far it is with it. */
export const parcelPolicy: Policy<{ unitId?: string | null }> = {
  read: () => true,
  create: keepsLand,
  update: (actor, { unitId }) =>
    keepsLand(actor) ||
    (has(actor, 'commander') && typeof unitId === 'string' && actor.unitIds.includes(unitId)),
  remove: keepsLand,
}
