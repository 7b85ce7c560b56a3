import type { Evidence } from '../contract.ts'

const none: ReadonlySet<string> = new Set()

/** Stages that were not entered with their evidence; unknown until the answer is there. */
export const unprovenOf = (evidence: Pick<Evidence, 'stages'> | undefined): ReadonlySet<string> =>
  evidence ? new Set(evidence.stages.filter(({ isProven }) => !isProven).map(({ stage }) => stage)) : none
