import type { Cell } from './cell.ts'

/** Cells that hold something to do, and how many of them have which flag. */
export type Tally = { projects: number; tasks: number; done: number; overdue: number }

export const noTally = (): Tally => ({ projects: 0, tasks: 0, done: 0, overdue: 0 })

/** Adds a project's cells. A cell through which a slip only passes is nothing to do. */
export function addTo(tally: Tally, cells: readonly Pick<Cell, 'state'>[]) {
  tally.projects++
  for (const { state } of cells) {
    if (state === null) continue
    tally.tasks++
    if (state === 'done') tally.done++
    if (state === 'overdue') tally.overdue++
  }
}
