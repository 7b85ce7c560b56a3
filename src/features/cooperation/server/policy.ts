import { type Actor, has } from '../../../server/access.ts'

const now = ({ asOf }: Actor) => asOf === undefined
/** Directors and analysts speak for the zone's office. */
const office = (actor: Actor) => has(actor, 'director', 'analyst')

/** Head of this very unit: what binds a unit, its own commander says. */
const commands = (actor: Actor, unitId: string | null) =>
  actor.posts.some((post) => post.role === 'commander' && post.unitId === unitId)

/** For a unit of one's posts; the office for any. */
export const mayRegister = (actor: Actor, unitId: string) =>
  now(actor) && (office(actor) || actor.unitIds.includes(unitId))
export const mayRegisterSome = (actor: Actor) => now(actor) && (office(actor) || actor.unitIds.length > 0)
export const registersForAll = office
export const mayDecide = (actor: Actor) => now(actor) && office(actor)

/** Whoever hands over proposes; a director coordinates. */
export const mayPropose = (actor: Actor, fromUnitId: string | null) =>
  now(actor) && (has(actor, 'director') || commands(actor, fromUnitId))
/** A unit answers by its commander; a director for it, and for the place outside, is recorded as such. */
export const mayAnswer = (actor: Actor, unitId: string | null) =>
  now(actor) && (has(actor, 'director') || (unitId !== null && commands(actor, unitId)))
export const answersOnBehalf = (actor: Actor, unitId: string | null) =>
  unitId === null || !commands(actor, unitId)
/** Whoever proposed it and still may; a director always. */
export const mayWithdraw = (
  actor: Actor,
  { proposedById, fromUnitId }: { proposedById: string; fromUnitId: string },
) =>
  now(actor) && (has(actor, 'director') || (actor.memberId === proposedById && commands(actor, fromUnitId)))
export const mayTakeBack = (actor: Actor) => now(actor) && has(actor, 'director')
