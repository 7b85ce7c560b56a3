import { type Day, shanghaiDay } from '../../../shared/days.ts'
import type { Blocker } from '../contract.ts'
import { type Level, levels } from '../ladder.ts'

export type LadderStop = {
  level: Level
  state: 'passed' | 'current' | 'ahead' | 'skipped'
  /** The day on which it last came here. */
  since: Day | null
}

/** The rungs of a blocker: below the present one it has passed those at which it stood. */
export function ladderOf({
  level: now,
  corpsId,
  steps,
}: Pick<Blocker, 'level' | 'corpsId' | 'steps'>): LadderStop[] {
  const came = new Map<Level, Day>()
  for (const step of steps)
    if (step.kind === 'raise' || step.kind === 'up' || step.kind === 'down')
      came.set(step.toLevel, shanghaiDay(Date.parse(step.madeAt)))
  const place = levels.indexOf(now)
  return levels
    .filter((level) => level !== 'corps' || corpsId !== null || level === now)
    .map((level) => {
      const at = levels.indexOf(level)
      const since = came.get(level) ?? null
      if (at === place) return { level, state: 'current', since }
      if (at > place) return { level, state: 'ahead', since: null }
      return { level, state: since === null ? 'skipped' : 'passed', since }
    })
}
