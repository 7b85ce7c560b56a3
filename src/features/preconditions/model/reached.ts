import type { Day } from '../../../shared/days.ts'
import { type Stage, stages } from '../../projects/stages.ts'

/** Where a project stands: the stage it is in, and the days of the milestones that have happened. */
export type Life = { stage: Stage; passed: Readonly<Record<string, Day | undefined>> }

/** By its own date, by a later one, or by the stage it is in: a ledger often has the stage and not the day. */
export const hasReached = (wanted: Stage, { stage, passed }: Life): boolean =>
  stages.slice(stages.indexOf(wanted)).some((one) => one === stage || passed[one] !== undefined)
