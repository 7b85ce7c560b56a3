import { Type } from 'typebox'
import {
  body,
  Day,
  DecimalText,
  Id,
  listOf,
  Month,
  nullable,
  oneOf,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { Cause, FieldKey, FieldValue, Mark } from '../projects/contract.ts'

/** From the end of one day to the end of another; a day that has not ended is now. */
export const DifferencesQuery = body({
  from: Day,
  to: Day,
  /** Only what is or was of this unit; `none` for projects of no corps. */
  corps: Type.Optional(Type.String({ maxLength: 36 })),
  kind: Type.Optional(oneOf(['added', 'removed', 'changed'] as const)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})

/** One field that says something else on the later day; progress fields name their month. */
const FieldDifference = Type.Object({
  field: Type.String(),
  period: nullable(Type.String()),
  from: nullable(Type.String()),
  to: nullable(Type.String()),
  /** A plan counts as changed late here if its time had passed on the first day. */
  mark: Type.Optional(Mark),
})
export const ProjectDifference = Type.Object({
  id: Id,
  name: Type.String(),
  kind: oneOf(['added', 'removed', 'changed'] as const),
  corpsFrom: nullable(Id),
  corpsTo: nullable(Id),
  /** Of a project that was added or removed, what it held then. */
  changes: Type.Array(FieldDifference),
})
const Standing = Type.Object({ count: Type.Integer(), totalInvestment: DecimalText })
export const CorpsDifference = Type.Object({
  corpsId: nullable(Id),
  from: Standing,
  to: Standing,
  added: Type.Integer(),
  removed: Type.Integer(),
  /** Its projects of both days that say something else; those handed over among them. */
  changed: Type.Integer(),
  movedIn: Type.Integer(),
  movedOut: Type.Integer(),
})
/** Figures of the zone and of each corps speak of all; items, of what was asked for. */
export const Differences = Type.Object({
  zone: Type.Omit(CorpsDifference, ['corpsId', 'movedIn', 'movedOut']),
  corps: Type.Array(CorpsDifference),
  ...listOf(ProjectDifference).properties,
})

export const FieldParams = Type.Object({ id: Id, field: FieldKey })
/** `period`: of a progress field that month alone; without it all months, each by itself. */
export const FieldHistoryQuery = body({
  period: Type.Optional(Month),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 30 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})
/** A value that one field had, from when until when. `until` null: it stands; `value` null: nothing stood there. */
export const FieldVersion = Type.Object({
  value: FieldValue,
  before: FieldValue,
  period: nullable(Month),
  from: Timestamp,
  until: nullable(Timestamp),
  operation: oneOf(['insert', 'update', 'remove', 'restore'] as const),
  actor: nullable(Type.String()),
  cause: nullable(Cause),
  mark: Type.Optional(Mark),
})
export const FieldHistory = listOf(FieldVersion)

export type FieldHistoryQuery = Static<typeof FieldHistoryQuery>
export type FieldVersion = Static<typeof FieldVersion>
export type DifferencesQuery = Static<typeof DifferencesQuery>
export type ProjectDifference = Static<typeof ProjectDifference>
export type CorpsDifference = Static<typeof CorpsDifference>
export type Differences = Static<typeof Differences>
