import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  DecimalText,
  Id,
  listOf,
  nullable,
  oneOf,
  optional,
  type Static,
} from '../../shared/schema.ts'

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Words = Type.String({ maxLength: 500 })
/** ㎡, as surveyed. */
const Area = Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,4})?$' })
/** GeoJSON Polygon or MultiPolygon; what it must be, model/boundary.ts says. */
export const Boundary = Type.Unsafe<{ type: string; coordinates: unknown }>(
  Type.Object({ type: Type.String(), coordinates: Type.Unknown() }, { additionalProperties: false }),
)

/** An area as a unit holds it between two dates. */
export const Territory = Type.Object({
  id: Id,
  name: Type.String(),
  unitId: Id,
  holdingId: Id,
  fromOn: Day,
  toOn: nullable(Day),
  /** ㎡ */
  areaM2: nullable(DecimalText),
  source: nullable(Type.String()),
  note: nullable(Type.String()),
  provenance: nullable(oneOf(['published', 'illustrative'] as const)),
  hasBoundary: Type.Boolean(),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const TerritoryList = Type.Object({ ...listOf(Territory).properties, abilities: Abilities })

const Holding = Type.Object({
  id: Id,
  unitId: Id,
  fromOn: Day,
  toOn: nullable(Day),
  revision: Type.Integer(),
})
/** An area whole: its boundary, and everybody who held it. */
export const TerritoryDetail = Type.Object({
  ...Type.Omit(Territory, ['unitId', 'holdingId', 'fromOn', 'toOn', 'hasBoundary']).properties,
  boundary: nullable(Boundary),
  holdings: Type.Array(Holding),
})

const written = {
  areaM2: optional(Area),
  boundary: optional(Boundary),
  source: optional(Words),
  note: optional(Words),
}
export const TerritoryInput = body({ name: Name, unitId: Id, fromOn: Day, toOn: optional(Day), ...written })
export const TerritoryPatch = body({ revision: Type.Integer(), name: Type.Optional(Name), ...written })
export const HoldingInput = body({ unitId: Id, fromOn: Day, toOn: optional(Day) })
export const HoldingPatch = body({
  revision: Type.Integer(),
  fromOn: Type.Optional(Day),
  toOn: nullable(Day),
})

export type Territory = Static<typeof Territory>
export type TerritoryDetail = Static<typeof TerritoryDetail>
export type TerritoryInput = Static<typeof TerritoryInput>
export type TerritoryPatch = Static<typeof TerritoryPatch>
export type HoldingInput = Static<typeof HoldingInput>
export type HoldingPatch = Static<typeof HoldingPatch>
