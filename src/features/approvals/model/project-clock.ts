import {
  clockOf,
  type Clock as DayClock,
  type Matter,
  runningSpans,
  usedIn,
} from '../../../engine/calendar/clock.ts'
import type { WorkCalendar } from '../../../engine/calendar/work-calendar.ts'
import type { Day } from '../../../shared/days.ts'
import { chainByKey, type Outcome, type Part, parts } from '../chains.ts'
import type { Approval, Clock, PartClock } from '../contract.ts'

export type StopRow = { fromOn: Day; toOn: Day | null }
export type ApprovalRow = {
  part: Part | null
  limitDays: number | null
  acceptedOn: Day | null
  decidedOn: Day | null
  outcome: Outcome | null
  stops: readonly StopRow[]
}

export const stateOf = ({ acceptedOn, outcome, stops }: ApprovalRow): Approval['state'] =>
  outcome ??
  (acceptedOn === null ? 'waiting' : stops.some(({ toOn }) => toOn === null) ? 'stopped' : 'running')

/** The clock of one matter; null until it is accepted. */
export function itemClock(calendar: WorkCalendar, row: ApprovalRow, today: Day): Clock | null {
  const matter = matterOf(row)
  return matter && { ...clockOf(calendar, matter, row.limitDays, today), limit: row.limitDays }
}

/** The clock of each part that has matters: days with any authority, each counted once. */
export function partClocks(
  calendar: WorkCalendar,
  rows: readonly ApprovalRow[],
  chain: string | null,
  today: Day,
): PartClock[] {
  return parts
    .map((part) => ({ part, own: rows.filter((row) => row.part === part) }))
    .filter(({ own }) => own.length > 0)
    .map(({ part, own }) => {
      const limit = (chain && chainByKey.get(chain)?.limits[part]) || null
      const running = own.some((row) => stateOf(row) === 'running')
      const used = usedIn(
        calendar,
        own.flatMap((row) => spansOf(row, today)),
      )
      const left = limit === null ? null : limit - used
      const dueOn = running && left !== null && left >= 0 ? calendar.addWorkdays(today, left) : null
      return {
        part,
        clock: { used, limit, left, overdue: left !== null && left < 0, dueOn },
        running,
        done: own.every((row) => row.outcome !== null),
      }
    })
}

/** Years without a notice that the clocks reach into, from the first acceptance to the last day due. */
export function provisionalYears(
  calendar: WorkCalendar,
  rows: readonly ApprovalRow[],
  due: readonly (DayClock | null)[],
  today: Day,
): number[] {
  const years = rows.flatMap(({ acceptedOn, decidedOn }) =>
    acceptedOn ? calendar.provisionalYears(acceptedOn, decidedOn ?? today) : [],
  )
  const ahead = due.flatMap((clock) =>
    clock?.dueOn && clock.dueOn > today ? calendar.provisionalYears(today, clock.dueOn) : [],
  )
  return [...new Set([...years, ...ahead])].sort((a, b) => a - b)
}

const matterOf = ({ acceptedOn, decidedOn, stops }: ApprovalRow): Matter | null =>
  acceptedOn === null
    ? null
    : { acceptedOn, decidedOn, pauses: stops.map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })) }

function spansOf(row: ApprovalRow, today: Day) {
  const matter = matterOf(row)
  return matter ? runningSpans(matter, today) : []
}
