import type { Day } from '../../../shared/days.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { type Next, nextMilestone } from '../../projects/web/next-milestone.ts'

export type OwnProject = { row: LedgerRow; next: Next | undefined; isLate: boolean }

/** Projects by what is due: the longest late first, then the soonest, then what has no day. */
export function byNextStep(rows: readonly LedgerRow[], today: Day): OwnProject[] {
  const due = ({ next }: OwnProject) => next?.days ?? Number.POSITIVE_INFINITY
  return rows
    .map((row): OwnProject => {
      const next = nextMilestone(row, today)
      return { row, next, isLate: typeof next?.days === 'number' && next.days < 0 }
    })
    .sort((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)))
}
