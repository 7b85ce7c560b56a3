import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  DecimalText,
  Id,
  nullable,
  oneOf,
  optional,
  type Static,
} from '../../shared/schema.ts'
import { standings } from '../projects/stages.ts'
import { parcelStatuses } from '../spaces/statuses.ts'
import { criterionKeys, weightsForm } from './criteria.ts'

export const Positive = Type.String({ pattern: '^(?=.*[1-9])\\d{1,9}(\\.\\d{1,2})?$' })
const needParts = {
  land: Type.Boolean(),
  rooms: Type.Boolean(),
  /** ㎡ */
  areaM2: Positive,
  leastM2: Positive,
  mostM2: Positive,
  onDay: Day,
  latestOn: nullable(Day),
  loadTM2: nullable(Positive),
  heightM: nullable(Positive),
}
/** What a project looks for. Revision 0: proposed from the ledger, nobody wrote it. */
export const SpaceNeed = Type.Object({ ...needParts, revision: Type.Integer() })
export const SpaceNeedInput = body({ revision: Type.Integer({ minimum: 0 }), ...needParts })

export const Weights = Type.String({ pattern: weightsForm })
/** `tax:3,late:0`: what a criterion weighs, from 0 to 10; one not named weighs as usual. */
export const RankQuery = body({
  weights: optional(Weights),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

export const Part = Type.Object({
  id: Id,
  kind: oneOf(['parcel', 'room'] as const),
  /** Its number, or building, floor and number. */
  label: Type.String(),
  status: nullable(oneOf(parcelStatuses)),
  areaM2: Type.Number(),
})
const Figure = nullable(Type.Number())
/** Null of what the project needs, whose names the screen knows. */
export const RuleWords = nullable(Type.Object({ zh: Type.String(), en: Type.String() }))
export const Check = Type.Object({
  rule: Type.String(),
  /** In words where the rule is one of the parcel's set. */
  words: RuleWords,
  standing: oneOf(['pass', 'unknown', 'fail'] as const),
  required: Type.Union([Type.Number(), Type.Array(Type.String()), Type.Null()]),
  offered: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  /** Above nought where it fails. */
  difference: Figure,
  unit: Type.String(),
})
const Mark = Type.Object({
  criterion: oneOf(criterionKeys),
  state: oneOf(['known', 'unknown', 'free'] as const),
  figure: Figure,
  /** What it was computed of: total and mu; day ready and day needed, as days since 2000; offered and asked. */
  from: Type.Array(Figure),
  mark: Type.Number(),
  weight: Type.Number(),
  points: Type.Number(),
})
export const RankedPlace = Type.Object({
  rank: Type.Integer(),
  kind: oneOf(['parcel', 'part', 'joined', 'room', 'rooms'] as const),
  parts: Type.Array(Part),
  areaM2: Type.Number(),
  /** Of a parcel taken in part. */
  leftM2: Type.Number(),
  standing: oneOf(['pass', 'unknown', 'fail'] as const),
  /** Of 1. */
  score: Type.Number(),
  checks: Type.Array(Check),
  marks: Type.Array(Mark),
  /** Against the place before it, the weightiest first; below nought: it is better in this. */
  behind: Type.Array(Type.Object({ criterion: oneOf(criterionKeys), points: Type.Number() })),
})
/** Of the project, on the day looked at. */
const Reserved = Type.Object({
  id: Id,
  kind: oneOf(['parcel', 'room'] as const),
  label: Type.String(),
  areaM2: Type.Number(),
  untilOn: nullable(Day),
  person: nullable(Type.String()),
})
export const RankedPlaces = Type.Object({
  need: SpaceNeed,
  reservations: Type.Array(Reserved),
  items: Type.Array(RankedPlace),
  total: Type.Integer(),
  counts: Type.Object({ pass: Type.Integer(), unknown: Type.Integer(), fail: Type.Integer() }),
  /** Spaces that were looked at, and places that limits left out. */
  spaces: Type.Integer(),
  leftOut: Type.Integer(),
  /** Rules of which one at least keeps every place from passing; empty where one passes. */
  conflict: Type.Array(Type.Object({ rule: Type.String(), words: RuleWords })),
  weights: Type.Record(Type.String(), Type.Number()),
  /** Nothing is kept for one that does not go on. */
  standing: oneOf(standings),
  abilities: Abilities,
})

/** `areaM2`: of one parcel in part; null: all. `untilOn` is the last day. `roomsM2`: the rooms together, as they were offered. */
export const ReservationInput = body({
  parcelIds: Type.Array(Id, { maxItems: 3 }),
  roomIds: Type.Array(Id, { maxItems: 20 }),
  areaM2: nullable(Positive),
  roomsM2: Type.Optional(DecimalText),
  untilOn: Day,
})
/** Of a parcel, all or part of it is kept for projects. */
export const keptShares = ['kept', 'keptPart'] as const
/** What is kept of a parcel on the day looked at, whoever for: the first to come free first. */
export const ParcelReservations = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      /** Null where this person may not know of it. */
      project: nullable(Type.Object({ id: Id, name: Type.String() })),
      areaM2: DecimalText,
      untilOn: Day,
      /** Who keeps it; null with the project. */
      person: nullable(Type.String()),
      /** What the parcel was called that it was made on, where this one came of it by a split or merge. */
      madeOn: nullable(Type.String()),
    }),
  ),
})
export const ReservationParams = Type.Object({ id: Id, reservationId: Id })

export type KeptShare = (typeof keptShares)[number]
export type ParcelReservations = Static<typeof ParcelReservations>
export type ReservationInput = Static<typeof ReservationInput>
export type SpaceNeed = Static<typeof SpaceNeed>
export type SpaceNeedInput = Static<typeof SpaceNeedInput>
export type RankQuery = Static<typeof RankQuery>
export type RankedPlace = Static<typeof RankedPlace>
export type RankedPlaces = Static<typeof RankedPlaces>
