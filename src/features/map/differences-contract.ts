import { Type } from 'typebox'
import { body, Day, Id, listOf, nullable, oneOf, type Static } from '../../shared/schema.ts'
import { Bounds } from '../spaces/contract.ts'

/** What may have happened to a parcel or a project between two days, in the order in which it is told. */
export const parcelKinds = [
  'parcelNew',
  'parcelGone',
  'split',
  'merged',
  /** Several became several others. */
  'redivided',
  'status',
  'parcelOther',
] as const
export const projectKinds = ['projectNew', 'projectGone', 'stage', 'light', 'projectOther'] as const
export const differenceKinds = [...parcelKinds, ...projectKinds] as const
export const Kind = oneOf(differenceKinds)

/** Of all that the map draws; `shape` and `place` are only told to be others. */
export const differingFields = [
  'status',
  'number',
  'name',
  'areaM2',
  'shape',
  'unit',
  'stage',
  'light',
  'standing',
  'corps',
  'chain',
  'total',
  'place',
] as const

/** From the end of `since` to the day that is looked at, under the filter of the legend. */
export const MapDifferencesQuery = body({
  since: Day,
  unitId: Type.Optional(Id),
  chain: Type.Optional(Type.String({ maxLength: 300 })),
  /** Items of this kind alone; groups speak of all. */
  kind: Type.Optional(Kind),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})

const Piece = Type.Object({ id: Id, label: nullable(Type.String()) })
const Change = Type.Object({
  field: oneOf(differingFields),
  from: nullable(Type.String()),
  to: nullable(Type.String()),
})
/** One thing that is otherwise: what stood there before, and after. */
export const MapDifference = Type.Object({
  of: oneOf(['parcel', 'project'] as const),
  kinds: Type.Array(Kind),
  before: Type.Array(Piece),
  after: Type.Array(Piece),
  changes: Type.Array(Change),
  /** Null for a project without a place. */
  bounds: nullable(Bounds),
})
/** How many of a kind, and what to mark on the map of each day; null: too many to mark. */
export const DifferenceGroup = Type.Object({
  kind: Kind,
  count: Type.Integer(),
  marks: nullable(Type.Object({ before: Type.Array(Id), after: Type.Array(Id) })),
})
export const MapDifferences = Type.Object({
  groups: Type.Array(DifferenceGroup),
  ...listOf(MapDifference).properties,
})

export type DifferenceKind = (typeof differenceKinds)[number]
export type DifferingField = (typeof differingFields)[number]
export type MapDifferencesQuery = Static<typeof MapDifferencesQuery>
export type MapDifference = Static<typeof MapDifference>
export type DifferenceGroup = Static<typeof DifferenceGroup>
export type MapDifferences = Static<typeof MapDifferences>
