import type { Day, Month } from '../../../shared/days.ts'
import { addToMonth, monthOf } from '../../../shared/days.ts'
import { type Precision, parseWhen } from '../../../shared/when.ts'
import { lifeOrder, type MilestoneDate, type MilestoneKind, type Stage } from '../../projects/stages.ts'

/** Texts as `shared/when.ts` has them, null where nothing was said. */
export type Dated = {
  kind: MilestoneKind
  plan: string | null
  forecast: string | null
  actual: string | null
}
export type Task = { text: string; doneOn: Day | null; revision: number }

/**
 * `done`: the red flag. `overdue`: the black one, the month is over and something of it is not done. `rests`: not done,
 * and nobody waits for it, since the project is on hold or given up.
 */
export const cellStates = ['done', 'overdue', 'open', 'rests'] as const
export type CellState = (typeof cellStates)[number]

/** A milestone in a month: which of its dates stand in it. */
export type Placed = Dated & { here: MilestoneDate[]; state: CellState }
export type Cell = {
  month: Month
  /** Null where a slip only passes through. */
  state: CellState | null
  /** Done, and after its month. */
  isLate: boolean
  task: Task | null
  milestones: Placed[]
  /** Forecast for later than planned: from the month after the plan to that of the forecast. */
  slips: MilestoneKind[]
}

/** A project as the chart reads it; months in Shanghai, whatever the clock. */
export type Charted = {
  stage: Stage
  standing: string
  milestones: readonly Dated[]
  tasks: ReadonlyMap<Month, Task>
}
/** Months from `from` on, seen on the day `today`. */
export type Span = { from: Month; months: number; today: Day }

const dates = ['plan', 'forecast', 'actual'] as const
const coarse: readonly Precision[] = ['quarter', 'halfYear', 'year']

/** Known to no month: it stands in the last one of its period and has to say so. */
export const isCoarse = (when: string | null) =>
  when !== null && coarse.includes(parseWhen(when)?.precision ?? 'day')

/** The month in which a date stands; of a quarter or a year the last. */
export function monthOfWhen(when: string | null): Month | undefined {
  const parsed = when === null ? undefined : parseWhen(when)
  return parsed && monthOf(parsed.day)
}

export const monthsOf = ({ from, months }: Pick<Span, 'from' | 'months'>): Month[] =>
  Array.from({ length: months }, (_, at) => addToMonth(from, at))

/** What a project has in each month of the span; months in which it has nothing are left out. */
export const cellsOf = (project: Charted, span: Span): Cell[] =>
  monthsOf(span).flatMap((month) => cellOf(project, month, span.today) ?? [])

/** What a project has in one month: its task, and the milestones planned, forecast or reached in it. */
export function cellOf(project: Charted, month: Month, today: Day): Cell | undefined {
  const task = project.tasks.get(month) ?? null
  const milestones = project.milestones.flatMap((dated) => {
    const here = dates.filter((date) => monthOfWhen(dated[date]) === month)
    return here.length > 0 ? [{ ...dated, here, state: milestoneState(project, dated, month, today) }] : []
  })
  const slips = project.milestones
    .filter((dated) => isSlipping(project, dated, month))
    .map(({ kind }) => kind)
  if (!task && milestones.length === 0 && slips.length === 0) return undefined
  const states = milestones.map(({ state }) => state)
  if (task) states.push(stateOf(project, task.doneOn !== null, month, today))
  const state = worst(states)
  const doneIn = [task?.doneOn ?? null, ...milestones.map(({ actual }) => actual)].map(monthOfWhen)
  const isLate = state === 'done' && doneIn.some((done) => done !== undefined && done > month)
  return { month, state, isLate, task, milestones, slips }
}

/** One thing undone keeps the red flag away; one that is overdue makes it black. */
const worst = (states: readonly CellState[]): CellState | null =>
  (['overdue', 'open', 'rests', 'done'] as const).find((state) => states.includes(state)) ?? null

const placeOf = new Map<string, number>(lifeOrder.map((kind, place) => [kind, place]))
const place = (kind: string) => placeOf.get(kind) ?? 0

/** A stage reached says that what stands before it has happened, dated or not, as the list of what is late has it. */
const isReached = ({ stage }: Charted, { kind, actual }: Dated) =>
  actual !== null || place(kind) <= place(stage)

const milestoneState = (project: Charted, dated: Dated, month: Month, today: Day) =>
  stateOf(project, isReached(project, dated), month, today)

function stateOf({ standing }: Charted, isDone: boolean, month: Month, today: Day): CellState {
  if (isDone) return 'done'
  if (standing !== 'ongoing') return 'rests'
  return month < monthOf(today) ? 'overdue' : 'open'
}

function isSlipping(project: Charted, dated: Dated, month: Month): boolean {
  if (isReached(project, dated)) return false
  const [plan, forecast] = [monthOfWhen(dated.plan), monthOfWhen(dated.forecast)]
  return plan !== undefined && forecast !== undefined && month > plan && month <= forecast
}
