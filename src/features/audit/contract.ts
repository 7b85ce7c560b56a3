import { Type } from 'typebox'
import { body, Id, listOf, nullable, oneOf, type Static } from '../../shared/schema.ts'

/** What happens without a row changing. */
export const eventKinds = [
  'signIn',
  'signInFailed',
  'lockedOut',
  'signOut',
  'passwordChanged',
  'unlocked',
  'passwordSet',
  'secondFactorOn',
  'secondFactorOff',
  'secondFactorReset',
  'recoveryCodeUsed',
  'recoveryCodesMade',
  'sessionsEnded',
  'wallOpened',
  'sensitiveRead',
  'export',
  'verified',
  'clockSetBack',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What an entry of the log is: an event, or a change of a record or of somebody's rights. */
export const logKinds = ['write', 'rights', ...eventKinds] as const
export const LogKind = oneOf(logKinds)

const Instant = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?(Z|[+-]\\d\\d:\\d\\d)$',
})

export const LogQuery = body({
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  memberId: Type.Optional(Id),
  kind: Type.Optional(LogKind),
  /** A record's id, or a word of its name. */
  record: Type.Optional(Type.String({ maxLength: 200 })),
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})

export const LogEntry = Type.Object({
  position: Type.Integer(),
  at: Type.String(),
  kind: LogKind,
  actor: nullable(Type.Object({ id: Id, name: Type.String() })),
  /** Of a change, or of an event that concerns a record. */
  entity: nullable(Type.String()),
  rowId: nullable(Id),
  name: nullable(Type.String()),
  operation: nullable(Type.String()),
  revision: nullable(Type.Integer()),
  cause: nullable(Type.String()),
  address: nullable(Type.String()),
  detail: Type.Record(Type.String(), Type.Unknown()),
  /** The number of the seal that it stands in; null: not sealed yet. */
  seal: nullable(Type.Integer()),
})

/** Where a person is chosen there is no total: nobody's activity is counted. */
export const LogPage = Type.Object({
  items: Type.Array(LogEntry),
  total: nullable(Type.Integer()),
  more: Type.Boolean(),
})

export const RecordChange = Type.Object({
  position: Type.Integer(),
  entity: Type.String(),
  rowId: Id,
  revision: Type.Integer(),
  operation: Type.String(),
  values: Type.Array(
    Type.Object({ column: Type.String(), from: nullable(Type.String()), to: nullable(Type.String()) }),
  ),
})

const LastSeal = Type.Object({
  number: Type.Integer(),
  hash: Type.String(),
  algorithm: Type.String(),
  sealedAt: Type.String(),
})
export const LogState = Type.Object({ last: nullable(LastSeal), unsealed: Type.Integer() })
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })
export const Verification = Type.Object({
  ok: Type.Boolean(),
  seals: Type.Integer(),
  records: Type.Integer(),
  unsealed: Type.Integer(),
  last: nullable(LastSeal),
  fault: nullable(Sentence),
})
export const LogMembers = listOf(Type.Object({ id: Id, name: Type.String(), login: Type.String() }))

export type LogQuery = Static<typeof LogQuery>
export type LogEntry = Static<typeof LogEntry>
export type LogPage = Static<typeof LogPage>
export type RecordChange = Static<typeof RecordChange>
export type LogState = Static<typeof LogState>
export type Verification = Static<typeof Verification>
