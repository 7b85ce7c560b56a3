import { type Actor, has, type Policy } from '../../../server/access.ts'
import type { Status, Verb } from '../reorganisation.ts'

type Stored = { status: Status }

const prepares = (actor: Actor) => has(actor, 'director', 'administrator')

/** A draft is for those who prepare it; once confirmed, everybody sees what will be. */
export const reorganisationPolicy: Policy<Stored | undefined> = {
  read: (actor, act) => prepares(actor) || (act !== undefined && act.status !== 'draft'),
  create: prepares,
  update: prepares,
  remove: prepares,
}

const nextFor: Record<Status, readonly Verb[]> = {
  draft: ['update', 'remove', 'confirm'],
  confirmed: ['undo'],
  stopped: ['undo'],
  done: ['reverse'],
  undone: [],
}
/** What this person may do with an act as it stands: sent along with it. */
export const verbsOn = (actor: Actor, act: Stored): Verb[] =>
  prepares(actor) ? [...nextFor[act.status]] : []

/** Whose list of projects is the whole zone's; administrators see how many, not which. */
export const seesWholeLedger = (actor: Actor) => has(actor, 'director', 'analyst')
