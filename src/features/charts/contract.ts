import { Type } from 'typebox'
import { Abilities, body, Day, Id, Month, nullable, oneOf, type Static } from '../../shared/schema.ts'
import { whenPattern } from '../../shared/when.ts'
import { phaseKeys } from '../projects/phases.ts'
import { lights, milestoneDates, milestoneKinds, stages, standings } from '../projects/stages.ts'
import { cellStates } from './model/cell.ts'

const When = nullable(Type.String({ pattern: whenPattern }))
const Revision = Type.Integer({ minimum: 1 })
const Milestone = oneOf(milestoneKinds)
/** A unit's id, or `none` for projects of no corps yet. */
export const CorpsAsked = Type.String({ pattern: '^(none|[0-9a-f-]{36})$' })
const Words = Type.String({ maxLength: 100 })
const Offset = Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })

/** What a project is to get done in a month; `revision` is what a writer has to have seen. */
export const MonthTask = Type.Object({ text: Type.String(), doneOn: nullable(Day), revision: Revision })

/** A project's month: months with nothing in them are left out. The states are told in model/cell.ts. */
export const Cell = Type.Object({
  month: Month,
  state: nullable(oneOf(cellStates)),
  isLate: Type.Boolean(),
  task: nullable(MonthTask),
  milestones: Type.Array(
    Type.Object({
      kind: Milestone,
      plan: When,
      forecast: When,
      actual: When,
      here: Type.Array(oneOf(milestoneDates)),
      state: oneOf(cellStates),
    }),
  ),
  slips: Type.Array(Milestone),
})

export const ChartRow = Type.Object({
  id: Id,
  name: Type.String(),
  corpsId: nullable(Id),
  chain: nullable(Type.String()),
  officer: nullable(Type.String()),
  stage: oneOf(stages),
  standing: oneOf(standings),
  /** As the zone's rule has it for the month looked at. */
  light: oneOf(lights),
  illustrative: Type.Boolean(),
  abilities: Abilities,
  cells: Type.Array(Cell),
})

const tally = {
  projects: Type.Integer(),
  /** Cells with something to do in them, and how many are done and overdue. */
  tasks: Type.Integer(),
  done: Type.Integer(),
  overdue: Type.Integer(),
}
export const BattleChart = Type.Object({
  today: Day,
  from: Month,
  months: Type.Integer(),
  items: Type.Array(ChartRow),
  /** Where the months shown hold nothing: the last before them that does, or the first after. */
  nearest: nullable(Month),
  /** Projects, as the filter has them: the rows of all pages. */
  total: Type.Integer(),
  /** Exact for the whole filter and the months shown; groups in the order of the rows, null for none. */
  counts: Type.Object(tally),
  groups: Type.Array(Type.Object({ value: nullable(Type.String()), ...tally })),
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), ...tally })),
})
export const chartGroups = ['corps', 'chain'] as const
/** `sort` as the ledger has it, within the groups. From January of the year looked at, twelve months, unless said otherwise. */
export const BattleQuery = body({
  from: Type.Optional(Month),
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 12 })),
  group: Type.Optional(oneOf(chartGroups)),
  corps: Type.Optional(CorpsAsked),
  /** `none` for projects of no chain. */
  chain: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  phase: Type.Optional(oneOf(phaseKeys)),
  q: Type.Optional(Words),
  /** Only projects with something in the months shown. */
  only: Type.Optional(oneOf(['todo', 'overdue'] as const)),
  sort: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 500 })),
  offset: Type.Optional(Offset),
})

export const TaskParams = Type.Object({ id: Id, month: Month })
/** `revision` is that of the task seen, null where the cell was empty. A blank text takes the task away. */
export const TaskInput = body({
  text: Type.String({ maxLength: 500 }),
  doneOn: Type.Optional(nullable(Day)),
  revision: nullable(Revision),
})
export const TaskAnswer = Type.Object({ month: Month, task: nullable(MonthTask) })

export type MonthTask = Static<typeof MonthTask>
export type ChartRow = Static<typeof ChartRow>
export type BattleChart = Static<typeof BattleChart>
export type BattleQuery = Static<typeof BattleQuery>
export type TaskInput = Static<typeof TaskInput>
export type TaskAnswer = Static<typeof TaskAnswer>
