import { Type } from 'typebox'
import { againstKinds, reasonKinds } from '../../engine/duplicates/kinds.ts'
import {
  Abilities,
  body,
  Id,
  listOf,
  Month,
  nullable,
  oneOf,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { FieldKey, FieldValue } from '../projects/contract.ts'

const Said = Type.Object({ by: Type.String(), at: Timestamp })

/** A project as the queue shows it. */
export const Twin = Type.Object({
  id: Id,
  name: Type.String(),
  code: nullable(Type.String()),
  investor: nullable(Type.String()),
  totalInvestment: nullable(Type.String()),
  corps: nullable(Id),
  stage: Type.String(),
})

const likeness = {
  /** 0 to 100. */
  score: Type.Integer(),
  /** `value` is what they have in common, where the kind alone does not say it. */
  reasons: Type.Array(Type.Object({ kind: oneOf(reasonKinds), value: Type.String() })),
  against: Type.Array(Type.Object({ kind: oneOf(againstKinds) })),
}

/** Two projects that may be one; `first` is the older. */
export const Duplicate = Type.Object({
  first: Twin,
  second: Twin,
  ...likeness,
  /** Somebody said that they are not the same; one of them has changed since. */
  saidBefore: nullable(Said),
})
export const DuplicateList = listOf(Duplicate)
export const DuplicatesQuery = body({
  reason: Type.Optional(oneOf(reasonKinds)),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})

/** One of two projects with the state seen: a merge says it again, and is refused if it has moved on. */
export const Side = Type.Object({
  ...Twin.properties,
  revision: Type.Integer(),
  addedAt: nullable(Timestamp),
  /** What else it is called. */
  aliases: Type.Array(Type.String()),
  /** Records of other kinds that hang on it and would be carried over. */
  links: Type.Integer(),
  abilities: Abilities,
})
/** One field, or one field of a month's progress, in both; null where it says nothing. */
export const Fact = Type.Object({
  field: FieldKey,
  period: nullable(Month),
  first: FieldValue,
  second: FieldValue,
  /** Masked, both look the same, and are not. */
  masksAlike: Type.Optional(Type.Literal(true)),
})
export const Comparison = Type.Object({
  first: Side,
  second: Side,
  ...likeness,
  facts: Type.Array(Fact),
  notSame: nullable(Said),
})

const Place = body({ field: FieldKey, period: nullable(Month) })
export const MergeInput = body({
  keptId: Id,
  lostId: Id,
  /** As the comparison told them. */
  keptRevision: Type.Integer(),
  lostRevision: Type.Integer(),
  /** Where the lost one's value is taken; elsewhere the kept one's, or the lost one's where it says nothing. */
  takeLost: Type.Array(Place, { maxItems: 20_000 }),
})

export const Merge = Type.Object({
  id: Id,
  keptId: Id,
  keptName: Type.String(),
  lostId: Id,
  lostName: Type.String(),
  createdBy: Type.String(),
  createdAt: Timestamp,
  undoneBy: nullable(Type.String()),
  undoneAt: nullable(Timestamp),
  abilities: Abilities,
})
export const MergeList = listOf(Merge)

export const NotSameInput = body({
  firstId: Id,
  secondId: Id,
  firstRevision: Type.Integer(),
  secondRevision: Type.Integer(),
})
export const NotSame = Type.Object({
  id: Id,
  firstId: Id,
  firstName: Type.String(),
  secondId: Id,
  secondName: Type.String(),
  saidBy: Type.String(),
  saidAt: Timestamp,
  abilities: Abilities,
})
export const NotSameList = listOf(NotSame)
export const Paging = body({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})

export { UndoInput as UnmergeInput, UndoPreview as UnmergePreview } from '../imports/contract.ts'
export type Twin = Static<typeof Twin>
export type Duplicate = Static<typeof Duplicate>
export type Side = Static<typeof Side>
export type Fact = Static<typeof Fact>
export type Comparison = Static<typeof Comparison>
export type MergeInput = Static<typeof MergeInput>
export type Merge = Static<typeof Merge>
export type NotSame = Static<typeof NotSame>
export type NotSameInput = Static<typeof NotSameInput>
export type Reason = Duplicate['reasons'][number]
export type Against = Duplicate['against'][number]
