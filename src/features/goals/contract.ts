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
  Timestamp,
} from '../../shared/schema.ts'
import { measureKeys } from './measures.ts'

/** A year, a quarter or a month: `2022`, `2022-Q1`, `2022-03`. */
export const Period = Type.String({ pattern: '^\\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$' })
export const Provenance = oneOf(['published', 'illustrative'] as const)
/** A count, or 万元. */
const Value = Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,6})?$' })
/** A ratio with enough digits that nothing shown is rounded twice. */
const Ratio = Type.String({ pattern: '^-?\\d{1,24}(\\.\\d{1,12})?$' })
const Note = Type.String({ maxLength: 500 })

/** A goal by itself, as a unit's panel shows it. */
export const GoalOfUnit = Type.Object({
  id: Id,
  measure: oneOf(measureKeys),
  period: Period,
  value: DecimalText,
  provenance: nullable(Provenance),
  fromOn: Day,
  toOn: Day,
})

/** A goal with what has come of it: rates from unrounded figures, ratios as decimals (0.509). */
export const Goal = Type.Object({
  ...GoalOfUnit.properties,
  unitId: Id,
  note: nullable(Type.String()),
  actual: DecimalText,
  rate: nullable(Ratio),
  /** Rate less time progress, a ratio: × 100 are 百分点. */
  ahead: nullable(Ratio),
  /** The day whose corps a project counts for: the day looked at, or the goal's last. */
  countedOn: Day,
  revision: Type.Integer(),
  abilities: Abilities,
})

/** Units down, measures across, for one period. */
export const GoalBoard = Type.Object({
  period: Period,
  /** Every period for which there are goals, this one too. */
  periods: Type.Array(Period),
  today: Day,
  /** How much of the period is over: months ÷ months, the one under way by its days. */
  timeProgress: Ratio,
  /** Those that can have goals on the day: the zone's office for the whole zone, and each corps. */
  units: Type.Array(Type.Object({ id: Id, name: Type.String(), isZone: Type.Boolean() })),
  items: Type.Array(Goal),
  abilities: Abilities,
})
export const GoalQuery = body({ period: Type.Optional(Period) })

/** A goal whole: the projects behind its figure and every value that it had. */
export const GoalDetail = Type.Object({
  goal: Goal,
  unit: Type.String(),
  setBy: nullable(Type.String()),
  setAt: Timestamp,
  rows: Type.Array(
    Type.Object({
      projectId: Id,
      name: Type.String(),
      /** When it happened; null for what was done over a year. */
      on: nullable(Day),
      amount: nullable(DecimalText),
    }),
  ),
  history: Type.Array(
    Type.Object({ at: Timestamp, by: nullable(Type.String()), value: DecimalText, toOn: Day }),
  ),
})

export const GoalInput = body({
  unitId: Id,
  measure: oneOf(measureKeys),
  period: Period,
  value: Value,
  note: optional(Note),
})
export const GoalPatch = body({ revision: Type.Integer(), value: Value, note: optional(Note) })

export type GoalOfUnit = Static<typeof GoalOfUnit>
export type Goal = Static<typeof Goal>
export type GoalBoard = Static<typeof GoalBoard>
export type GoalDetail = Static<typeof GoalDetail>
export type GoalInput = Static<typeof GoalInput>
export type GoalPatch = Static<typeof GoalPatch>
