import { addDays, type Day } from '../../../shared/days.ts'
import { sumDecimal } from '../../../shared/decimal.ts'
import type { Bench } from './bench.ts'
import { type GoalNow, lastsTo, sameGoal } from './state.ts'

/** Goals end with their unit, or are taken over: of one measure and period together, as every measure adds up. */
export function goalBench({ on, newId, state, done }: Bench) {
  const goalsOf = (unitId: string) =>
    [...state.goals.values()].filter((one) => one.unitId === unitId && lastsTo(one, on))

  const later = (day: Day) => (day >= on ? day : on)

  /** One that has not begun leaves nothing behind. */
  function end(goal: GoalNow) {
    const was = { goal: { ...goal }, removed: goal.fromOn >= on }
    if (was.removed) state.goals.delete(goal.id)
    else goal.toOn = addDays(on, -1)
    return was
  }

  function handGoals(fromId: string, to: string | null) {
    if (fromId === to) return
    for (const goal of goalsOf(fromId)) {
      const own = to === null ? [] : goalsOf(to).filter((one) => sameGoal(one, { ...goal, unitId: to }))
      const all = [goal, ...own]
      const sets = to === null ? null : { ...goal, ...together(all), unitId: to, id: newId() }
      const ends = all.map(end)
      if (sets) state.goals.set(sets.id, { ...sets })
      done({ what: 'hand_goals', ends, sets })
    }
  }

  const together = (goals: readonly GoalNow[]) => ({
    value: sumDecimal(goals.map(({ value }) => value)),
    provenance: goals.map(({ provenance }) => provenance).find((one) => one === 'illustrative') ?? null,
    fromOn: later(goals[0]?.fromOn ?? on),
  })

  /** Ends one goal by itself. */
  const dropGoal = (goal: GoalNow) => done({ what: 'hand_goals', ends: [end(goal)], sets: null })

  /** Set again from the day on, unless the unit has one like it by now; the id of what begins. */
  function setAgain(goal: GoalNow): string | undefined {
    const sets = { ...goal, id: newId(), fromOn: later(goal.fromOn) }
    if ([...state.goals.values()].some((one) => sameGoal(one, sets))) return undefined
    state.goals.set(sets.id, { ...sets })
    done({ what: 'hand_goals', ends: [], sets })
    return sets.id
  }

  return { goalsOf, handGoals, dropGoal, setAgain }
}
