import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  Id,
  Month,
  nullable,
  oneOf,
  optional,
  type Static,
} from '../../shared/schema.ts'
import { stages, standings } from '../projects/stages.ts'
import { Cell, CorpsAsked } from './contract.ts'
import { supportKinds, supportStates } from './support-kinds.ts'

const Kind = oneOf(supportKinds)
const Revision = Type.Integer({ minimum: 1 })

/** What a project needs, of a unit of the zone or of somebody else, and by when. */
export const Support = Type.Object({
  id: Id,
  kind: Kind,
  what: Type.String(),
  ofUnitId: nullable(Id),
  /** The unit's name, or who else. */
  ofWhom: Type.String(),
  dueOn: Day,
  metOn: nullable(Day),
  /** Not met on the day looked at, which is after `dueOn`. */
  isOverdue: Type.Boolean(),
  note: nullable(Type.String()),
  askedBy: nullable(Type.String()),
  revision: Revision,
  abilities: Abilities,
})

/** A line of the support chart. A unit that is asked for something by a project it may not know sees no project. */
export const SupportRow = Type.Object({
  project: nullable(
    Type.Object({
      id: Id,
      name: Type.String(),
      corpsId: nullable(Id),
      officer: nullable(Type.String()),
      stage: oneOf(stages),
      standing: oneOf(standings),
      illustrative: Type.Boolean(),
      abilities: Abilities,
    }),
  ),
  supports: Type.Array(Support),
})
const counted = { open: Type.Integer(), overdue: Type.Integer(), met: Type.Integer() }
export const SupportChart = Type.Object({
  today: Day,
  items: Type.Array(SupportRow),
  /** Lines of all pages, and what stands in them. */
  total: Type.Integer(),
  supports: Type.Integer(),
  /** Of all that is asked for but the state; overdue ones are open ones. */
  counts: Type.Object(counted),
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), ...counted })),
  /** Of whom something is asked, before that is chosen: a unit by its id, others by their name. */
  askedOf: Type.Array(Type.Object({ of: Type.String(), name: Type.String(), count: Type.Integer() })),
})
/** `of` is a unit's id, `me` for the units of one's own posts, or the name of who else is asked. */
export const SupportQuery = body({
  corps: Type.Optional(CorpsAsked),
  kind: Type.Optional(Kind),
  of: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  state: Type.Optional(oneOf([...supportStates, 'all'] as const)),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})

const what = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const ofWhom = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const note = Type.String({ maxLength: 1000 })
/** One of `ofUnitId` and `ofWhom`. */
export const SupportInput = body({
  kind: Kind,
  what,
  ofUnitId: optional(Id),
  ofWhom: optional(ofWhom),
  dueOn: Day,
  note: optional(note),
})
export const SupportPatch = body({
  revision: Revision,
  kind: Type.Optional(Kind),
  what: Type.Optional(what),
  /** Given together, as in a new one. */
  ofUnitId: optional(Id),
  ofWhom: optional(ofWhom),
  dueOn: Type.Optional(Day),
  metOn: optional(Day),
  note: optional(note),
})
export const RevisionQuery = body({ revision: Revision })

/** This month and the next of one project, and what it still needs, as its page shows them. */
export const ProjectChart = Type.Object({
  today: Day,
  months: Type.Array(Month),
  cells: Type.Array(Cell),
  supports: Type.Array(Support),
  abilities: Abilities,
})

export type Support = Static<typeof Support>
export type SupportRow = Static<typeof SupportRow>
export type SupportChart = Static<typeof SupportChart>
export type SupportQuery = Static<typeof SupportQuery>
export type SupportInput = Static<typeof SupportInput>
export type SupportPatch = Static<typeof SupportPatch>
export type ProjectChart = Static<typeof ProjectChart>
