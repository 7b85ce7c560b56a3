import { Type } from 'typebox'
import { body, Day, Id, nullable, oneOf, type Static, Timestamp } from '../../shared/schema.ts'
import { TimelineEntry } from '../projects/contract.ts'
import { milestoneKinds } from '../projects/stages.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** Whose projects are looked at for lateness: one's own, those of one's corps, or all. */
export const scopes = ['own', 'corps', 'zone'] as const

/** A project with its milestone that is late longest, or an approval whose clock has run out. */
export const LateItem = Type.Object({
  kind: oneOf(['milestone', 'approval'] as const),
  projectId: Id,
  projectName: Type.String(),
  corpsId: nullable(Id),
  milestone: nullable(oneOf(milestoneKinds)),
  approval: nullable(Type.Object({ item: nullable(Type.String()), name: Type.String() })),
  /** As precise as it was planned or forecast; of an approval, the working day its limit ended. */
  due: nullable(Type.String()),
  /** Since then; working days of an approval. */
  days: Type.Integer(),
  /** More milestones of the same project that are late, too. */
  others: Type.Integer(),
})
export const LateCorps = Type.Object({
  corpsId: nullable(Id),
  projects: Type.Integer(),
  approvals: Type.Integer(),
})
/** The longest late first. Counts are of the corps asked for; `byCorps` tells of all in scope. */
export const Late = Type.Object({
  scope: oneOf(scopes),
  day: Day,
  projects: Type.Integer(),
  approvals: Type.Integer(),
  items: Type.Array(LateItem),
  byCorps: Type.Array(LateCorps),
})
/** `corps` is a unit's id, or `none` for projects of no corps yet. */
export const LateQuery = body({
  corps: Type.Optional(Type.String({ pattern: '^(none|[0-9a-f-]{36})$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})

const { changes, cause } = TimelineEntry.properties
/** What others did to a project, all taken together. */
export const ChangedProject = Type.Object({
  id: Id,
  name: Type.String(),
  corpsId: nullable(Id),
  kind: oneOf(['added', 'removed', 'changed'] as const),
  at: Timestamp,
  /** Who and through what, the latest first; nobody: the system. */
  by: Type.Array(Type.Object({ name: nullable(Type.String()), cause })),
  /** What matters most first; empty where only details moved that the ledger does not show, or back again. */
  changes,
  /** Further fields that changed. */
  more: Type.Integer(),
})
/** `session`: since the last time here; `first`: nobody was, so a week; `day`: in the course of the day looked at. */
export const Changed = Type.Object({
  since: oneOf(['session', 'first', 'day'] as const),
  from: Timestamp,
  /** So much happened that only the latest is told: from a later time than was asked for. */
  isCut: Type.Boolean(),
  items: Type.Array(ChangedProject),
  total: Type.Integer(),
})

/** One record that waits for this person, or that they raised. `note` says what it is about, `state` where it is. */
export const Matter = Type.Object({
  id: Type.String(),
  /** As it is written, or in both languages where it is no name. */
  name: Type.Union([Type.String(), Words]),
  address: Type.String(),
  note: nullable(Words),
  state: nullable(Words),
  on: nullable(Type.String()),
  isLate: Type.Boolean(),
})
/** Matters of one kind with their exact number; `address` opens all of them. */
export const Matters = Type.Object({
  kind: Type.String(),
  title: Words,
  address: nullable(Type.String()),
  items: Type.Array(Matter),
  /** Null: the state of one thing, nothing to be counted. */
  total: nullable(Type.Integer()),
})

/** Four lists for the person asking. Those who keep out of business have no `late` and no `changed`. */
export const Home = Type.Object({
  day: Day,
  late: nullable(Late),
  changed: nullable(Changed),
  waiting: Type.Array(Matters),
  raised: Type.Array(Matters),
})

export type LateItem = Static<typeof LateItem>
export type Late = Static<typeof Late>
export type LateQuery = Static<typeof LateQuery>
export type ChangedProject = Static<typeof ChangedProject>
export type Changed = Static<typeof Changed>
export type Matter = Static<typeof Matter>
export type Matters = Static<typeof Matters>
export type Home = Static<typeof Home>
