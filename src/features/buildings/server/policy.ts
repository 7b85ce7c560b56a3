import { type Actor, has, type Policy } from '../../../server/access.ts'

export const keepsBuildings = (actor: Actor) => has(actor, 'director', 'analyst')

/** The zone keeps its buildings; who commands the unit that holds the territory keeps the leases of its rooms. */
export const buildingPolicy: Policy<{ unitId?: string | null }> = {
  read: () => true,
  create: keepsBuildings,
  update: (actor, { unitId }) =>
    keepsBuildings(actor) ||
    (has(actor, 'commander') && typeof unitId === 'string' && actor.unitIds.includes(unitId)),
  remove: keepsBuildings,
}
