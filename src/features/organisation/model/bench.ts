import type { Day } from '../../../shared/days.ts'
import type { Move, State } from './state.ts'

export type Tools = {
  /** The day at whose start all of it happens. */
  on: Day
  newId: () => string
}
/** What the parts of the workbench for areas and goals work with. */
export type Bench = Tools & { state: State; done: (move: Move) => void }
