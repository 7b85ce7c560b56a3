import type { Day } from '../../../shared/days.ts'
import { firstDayOf } from '../../../shared/when.ts'
import type { Missing, Need, NeedState } from '../contract.ts'

export type HeldPaper = { id: string; milestone: string; kind: string }
/** What somebody looked at: it holds for that date and those papers. */
export type HeldVerification = { milestone: string; actual: string; paperIds: readonly string[] }
export type Held = {
  /** Actual dates by milestone, `2022-03-05` or `2022-03`. */
  actuals: Readonly<Record<string, string | null | undefined>>
  papers: readonly HeldPaper[]
  verifications: readonly HeldVerification[]
}

/** A period that has not begun cannot hold what is done. */
export const isFuture = (when: string, today: Day) => (firstDayOf(when) ?? '') > today

export function stateOf({ milestone, papers }: Need, verified: boolean, held: Held, today: Day): NeedState {
  const actual = held.actuals[milestone] ?? null
  const filed = held.papers.filter((paper) => paper.milestone === milestone && papers.includes(paper.kind))
  const seen = held.verifications.filter((one) => one.milestone === milestone && one.actual === actual)
  const isVerified = seen.some(
    ({ paperIds }) => papers.length === 0 || filed.some((paper) => paperIds.includes(paper.id)),
  )
  return {
    milestone,
    actual,
    isDone: actual !== null && !isFuture(actual, today),
    papers: [...papers],
    hasPaper: papers.length === 0 || filed.length > 0,
    isVerified: verified ? isVerified : null,
  }
}

/** Everything that a stage lacks, in the order in which a person would bring it, each thing once. */
export function missingOf(states: readonly NeedState[], today: Day): Missing[] {
  const all = states.flatMap(({ milestone, actual, isDone, papers, hasPaper, isVerified }): Missing[] => {
    const one = { milestone, on: null, papers: [] }
    return [
      ...(actual !== null && isFuture(actual, today)
        ? [{ ...one, what: 'future' as const, on: actual }]
        : isDone
          ? []
          : [{ ...one, what: 'date' as const }]),
      ...(hasPaper ? [] : [{ ...one, what: 'paper' as const, papers }]),
      ...(isVerified === false ? [{ ...one, what: 'verification' as const }] : []),
    ]
  })
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
