import { type Day, daysBetween } from '../../../shared/days.ts'
import { type Act, type BlockerState, type Level, levels } from '../ladder.ts'

export const rankOf = (level: Level) => levels.indexOf(level)

type Where = { level: Level; corpsId: string | null }

/** A project of no corps yet has no rung of a corps. */
const rungs = ({ corpsId }: Where) => levels.filter((level) => corpsId !== null || level !== 'corps')

export const levelAbove = (where: Where): Level | null =>
  rungs(where).find((level) => rankOf(level) > rankOf(where.level)) ?? null

export const levelBelow = (where: Where): Level | null =>
  rungs(where).findLast((level) => rankOf(level) < rankOf(where.level)) ?? null

/** Whether an act has sense now, whoever does it. */
export function fits(act: Act | 'amend', blocker: Where & { state: BlockerState }): boolean {
  if (act === 'note') return true
  if (act === 'reopen') return blocker.state !== 'open'
  if (blocker.state !== 'open') return false
  if (act === 'up') return levelAbove(blocker) !== null
  if (act === 'down') return levelBelow(blocker) !== null
  return true
}

type Spans = {
  openedOn: Day
  daysBefore: number
  levelOn: Day
  closedOn: Day | null
  wantedOn: Day | null
}

/** Calendar days at the day looked at. A clock set back counts as none. */
export function daysOf({ openedOn, daysBefore, levelOn, closedOn, wantedOn }: Spans, today: Day) {
  const until = closedOn ?? today
  return {
    daysOpen: daysBefore + Math.max(0, daysBetween(openedOn, until)),
    daysAtLevel: Math.max(0, daysBetween(levelOn, until)),
    late: closedOn === null && wantedOn !== null && wantedOn < today,
  }
}
