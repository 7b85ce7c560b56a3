import { Type } from 'typebox'
import { Abilities, body, Day, Id, nullable, oneOf, type Static } from '../../shared/schema.ts'
import { chains, outcomes, parts, turns } from './chains.ts'
import { dueStates } from './due-states.ts'

export const states = ['waiting', 'running', 'stopped', 'granted', 'refused', 'withdrawn'] as const

const ChainKey = oneOf(chains.map((chain) => chain.key))
const Part = oneOf(parts)
const Revision = Type.Integer({ minimum: 1 })
const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const shortText = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const limitDays = Type.Integer({ minimum: 1, maximum: 1000 })
const reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

/** Working days. `left` is less than none when overdue; `dueOn` is null while the clock stands still. */
export const Clock = Type.Object({
  used: Type.Integer(),
  limit: nullable(Type.Integer()),
  left: nullable(Type.Integer()),
  overdue: Type.Boolean(),
  dueOn: nullable(Day),
})

/** The clock stood still after `fromOn`, up to and with `toOn`. */
export const Stop = Type.Object({
  id: Id,
  fromOn: Day,
  toOn: nullable(Day),
  turn: oneOf(turns),
  reason: Type.String(),
  stoppedBy: Type.String(),
  resumedBy: nullable(Type.String()),
  /** Working days that it stood. */
  days: Type.Integer(),
  revision: Revision,
})

export const Approval = Type.Object({
  id: Id,
  /** Its key in the chain it came from. */
  item: nullable(Type.String()),
  part: nullable(Part),
  name: Type.String(),
  authority: nullable(Type.String()),
  limitDays: nullable(Type.Integer()),
  acceptedOn: nullable(Day),
  decidedOn: nullable(Day),
  outcome: nullable(oneOf(outcomes)),
  certificateNo: nullable(Type.String()),
  state: oneOf(states),
  /** Null until it is accepted. */
  clock: nullable(Clock),
  stops: Type.Array(Stop),
  revision: Revision,
})

/** The clock of a part: days on which any of its matters was with an authority, each counted once. */
export const PartClock = Type.Object({
  part: Part,
  clock: Clock,
  done: Type.Boolean(),
  running: Type.Boolean(),
})

export const ProjectApprovals = Type.Object({
  today: Day,
  chain: nullable(ChainKey),
  parts: Type.Array(PartClock),
  items: Type.Array(Approval),
  /** Years that a clock reaches into and whose holiday notice is not known: their days may yet change. */
  provisionalYears: Type.Array(Type.Integer()),
  abilities: Abilities,
})

export const ChainInput = body({ chain: ChainKey })
export const ApprovalInput = body({
  name,
  authority: Type.Optional(nullable(shortText)),
  part: Type.Optional(nullable(Part)),
  limitDays: Type.Optional(nullable(limitDays)),
  acceptedOn: Type.Optional(nullable(Day)),
})
export const ApprovalPatch = body({
  revision: Revision,
  name: Type.Optional(name),
  authority: Type.Optional(nullable(shortText)),
  part: Type.Optional(nullable(Part)),
  limitDays: Type.Optional(nullable(limitDays)),
  acceptedOn: Type.Optional(nullable(Day)),
  decidedOn: Type.Optional(nullable(Day)),
  outcome: Type.Optional(nullable(oneOf(outcomes))),
  certificateNo: Type.Optional(nullable(shortText)),
})
export const StopInput = body({
  fromOn: Day,
  toOn: Type.Optional(nullable(Day)),
  turn: oneOf(turns),
  reason,
})
export const StopPatch = body({
  revision: Revision,
  fromOn: Type.Optional(Day),
  toOn: Type.Optional(nullable(Day)),
  turn: Type.Optional(oneOf(turns)),
  reason: Type.Optional(reason),
})

/** A matter under way, with the tighter of its own limit and its part's. */
export const DueApproval = Type.Object({
  id: Id,
  projectId: Id,
  projectName: Type.String(),
  corpsId: nullable(Id),
  item: nullable(Type.String()),
  name: Type.String(),
  authority: nullable(Type.String()),
  acceptedOn: Day,
  due: oneOf(dueStates),
  used: Type.Integer(),
  /** Which limit binds. */
  by: nullable(oneOf(['own', ...parts] as const)),
  limit: nullable(Type.Integer()),
  left: nullable(Type.Integer()),
  dueOn: nullable(Day),
  stoppedOn: nullable(Day),
  stopReason: nullable(Type.String()),
  turn: nullable(oneOf(turns)),
})
export const DueCounts = Type.Object({
  overdue: Type.Integer(),
  soon: Type.Integer(),
  running: Type.Integer(),
  stopped: Type.Integer(),
})
export const DueList = Type.Object({
  today: Day,
  items: Type.Array(DueApproval),
  total: Type.Integer(),
  /** Of the corps asked for, before the state is chosen. */
  counts: DueCounts,
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), counts: DueCounts })),
  provisionalYears: Type.Array(Type.Integer()),
})
/** `corps` is a unit's id, or `none` for projects of no corps yet. */
export const DueQuery = body({
  corps: Type.Optional(Type.String({ pattern: '^(none|[0-9a-f-]{36})$' })),
  due: Type.Optional(oneOf(dueStates)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})

export type Clock = Static<typeof Clock>
export type Stop = Static<typeof Stop>
export type Approval = Static<typeof Approval>
export type PartClock = Static<typeof PartClock>
export type ProjectApprovals = Static<typeof ProjectApprovals>
export type ApprovalInput = Static<typeof ApprovalInput>
export type ApprovalPatch = Static<typeof ApprovalPatch>
export type StopInput = Static<typeof StopInput>
export type StopPatch = Static<typeof StopPatch>
export type DueApproval = Static<typeof DueApproval>
export type DueCounts = Static<typeof DueCounts>
export type DueList = Static<typeof DueList>
export type DueQuery = Static<typeof DueQuery>
