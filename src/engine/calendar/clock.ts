import { compareDays, type Day } from '../../shared/days.ts'
import type { Span, WorkCalendar } from './work-calendar.ts'

/** The clock stands still after `from`, up to and with `to`; null while it still stands. Pauses do not overlap. */
export type Pause = { from: Day; to: Day | null }

/** A matter that came in on a day and is out on another, or still in. */
export type Matter = { acceptedOn: Day; decidedOn: Day | null; pauses: readonly Pause[] }

export type Clock = {
  used: number
  /** Less than none when overdue; null without a limit. */
  left: number | null
  overdue: boolean
  /** The last day within the limit as things stand; null while the clock stands still, or without a limit. */
  dueOn: Day | null
}

/** The spans in which the clock ran, up to the day it was decided or today. */
export function runningSpans({ acceptedOn, decidedOn, pauses }: Matter, today: Day): Span[] {
  const end = decidedOn ?? today
  const spans: Span[] = []
  let after = acceptedOn
  for (const { from, to } of inOrder(pauses)) {
    const until = from < end ? from : end
    if (until > after) spans.push({ after, until })
    const resumed = to ?? end
    if (resumed > after) after = resumed
  }
  if (end > after) spans.push({ after, until: end })
  return spans
}

export function clockOf(calendar: WorkCalendar, matter: Matter, limit: number | null, today: Day): Clock {
  const used = usedIn(calendar, runningSpans(matter, today))
  const left = limit === null ? null : limit - used
  return {
    used,
    left,
    overdue: left !== null && left < 0,
    dueOn: limit === null ? null : dueDay(calendar, matter, limit),
  }
}

/** Working days of all the spans, a day that is in several counted once. */
export function usedIn(calendar: WorkCalendar, spans: readonly Span[]): number {
  let used = 0
  let counted: Day = ''
  for (const { after, until } of [...spans].sort((a, b) => compareDays(a.after, b.after))) {
    used += calendar.workdaysIn({ after: after > counted ? after : counted, until })
    if (until > counted) counted = until
  }
  return used
}

function dueDay(calendar: WorkCalendar, { acceptedOn, pauses }: Matter, limit: number): Day | null {
  let after = acceptedOn
  let left = limit
  for (const { from, to } of inOrder(pauses)) {
    const ran = calendar.workdaysIn({ after, until: from })
    if (ran >= left) break
    if (to === null) return null
    left -= ran
    if (to > after) after = to
  }
  return calendar.addWorkdays(after, left)
}

const inOrder = (pauses: readonly Pause[]) => [...pauses].sort((a, b) => compareDays(a.from, b.from))
