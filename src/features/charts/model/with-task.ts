import type { Day, Month } from '../../../shared/days.ts'
import type { Stage } from '../../projects/stages.ts'
import { type Cell, cellOf, type Task } from './cell.ts'

type Row = { stage: Stage; standing: string; cells: readonly Cell[] }

/** A row's cells once a month's task is this one, or none: what the server will answer, at once. */
export function withTask(row: Row, month: Month, task: Task | null, today: Day): Cell[] {
  const before = row.cells.find((cell) => cell.month === month)
  const tasks = new Map(task ? [[month, task]] : [])
  const made = cellOf({ ...row, milestones: before?.milestones ?? [], tasks }, month, today)
  const slips = before?.slips ?? []
  const passing: Cell = { month, state: null, isLate: false, task: null, milestones: [], slips }
  // A slip that only passes through is of a milestone that stands in other months.
  const cell = made ? { ...made, slips } : slips.length > 0 ? passing : undefined
  return [...row.cells.filter((other) => other !== before), ...(cell ? [cell] : [])].sort((a, b) =>
    a.month < b.month ? -1 : 1,
  )
}
