import { useWords } from '../../../web/i18n/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Goal } from '../contract.ts'
import { barWidth, differenceWords, rateWords, showValue } from './goal-words.ts'

/** Where all are made up, the page says so once; elsewhere each goal does. */
export const allIllustrative = (goals: readonly Goal[]) =>
  goals.length > 0 && goals.every(({ provenance }) => provenance === 'illustrative')

/** A goal in two lines: figure and goal, then rate and difference; a bar with the mark of time. */
export function GoalFigures({ goal, time, isMarked }: { goal: Goal; time: string; isMarked: boolean }) {
  const t = useWords('goals')
  return (
    <>
      <span className="zt-goal-figures">
        <b>{showValue(goal.measure, goal.actual)}</b> / {showValue(goal.measure, goal.value)}
        {isMarked && goal.provenance === 'illustrative' && <Illustrative />}
      </span>
      <span className="zt-goal-bar" aria-hidden="true">
        <i style={{ width: barWidth(goal.rate) }} />
        <em style={{ insetInlineStart: barWidth(time) }} />
      </span>
      <span className="zt-goal-rate">
        {rateWords(goal)} <span>{differenceWords(goal, t, true)}</span>
      </span>
    </>
  )
}
