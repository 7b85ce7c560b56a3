import type { Clock, DueApproval, PartClock } from '../contract.ts'
import type { DueState } from '../due-states.ts'

/** Working days left at which a matter is shown as due soon. */
export const soonAt = 5

type Binding = Pick<DueApproval, 'by' | 'limit' | 'left' | 'dueOn'>

/** The tighter of a matter's own limit and that of its part. */
export function bindingLimit(own: Clock | null, part: PartClock | undefined): Binding {
  const limits: Binding[] = []
  if (own?.limit != null) limits.push({ by: 'own', limit: own.limit, left: own.left, dueOn: own.dueOn })
  if (part?.clock.limit != null)
    limits.push({ by: part.part, limit: part.clock.limit, left: part.clock.left, dueOn: part.clock.dueOn })
  return (
    limits.sort((a, b) => (a.left ?? 0) - (b.left ?? 0))[0] ?? {
      by: null,
      limit: null,
      left: null,
      dueOn: null,
    }
  )
}

export function dueState(left: number | null, isStopped: boolean): DueState {
  if (left !== null && left < 0) return 'overdue'
  if (isStopped) return 'stopped'
  return left !== null && left <= soonAt ? 'soon' : 'running'
}

/** The most pressing first; what has no limit last. */
export const byPressure = (a: DueApproval, b: DueApproval) =>
  place(a) - place(b) ||
  (a.left ?? 10_000) - (b.left ?? 10_000) ||
  a.acceptedOn.localeCompare(b.acceptedOn) ||
  a.id.localeCompare(b.id)

const place = ({ due }: DueApproval) => (due === 'stopped' ? 1 : 0)
