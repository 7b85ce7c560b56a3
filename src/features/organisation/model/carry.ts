import type { Day } from '../../../shared/days.ts'
import type { Step } from '../reorganisation.ts'
import { type Fault, faults as say, type Words } from './faults.ts'
import { copyOf, type Move, type State } from './state.ts'
import { type Carried, doStep } from './steps.ts'
import { workbench } from './workbench.ts'

export type Act = { id: string; title: string; effectiveOn: Day; steps: readonly Step[] }
export type Outcome = { state: State; moves: Move[]; faults: Fault[]; lines: Words[]; left: number }

/** What an act makes of a state at the start of its day. The state given stays as it is. */
export function carry(before: State, act: Act, carried: Carried, newId: () => string): Outcome {
  const bench = workbench(copyOf(before), { on: act.effectiveOn, newId })
  const lines = act.steps.map((step, at) => {
    bench.atStep(at)
    return doStep(bench, step, carried)
  })
  bench.atStep(null)
  if (bench.faults.length === 0 && bench.moves.length === 0) bench.fault(say.nothing)
  return { state: bench.state, moves: bench.moves, faults: bench.faults, lines, left: bench.left() }
}

/** Carries out acts one after another, as their days come; stops at the first that does not fit. */
export function carryAll(state: State, acts: readonly Act[], carried: Carried, newId: () => string) {
  let now = state
  const done = new Map<string, { title: string; moves: readonly Move[] }>()
  const known: Carried = (id) => done.get(id) ?? carried(id)
  for (const act of inOrder(acts)) {
    const outcome = carry(now, act, known, newId)
    if (outcome.faults.length > 0)
      return { state: now, failed: { act, faults: outcome.faults }, carried: known }
    done.set(act.id, { title: act.title, moves: outcome.moves })
    now = outcome.state
  }
  return { state: now, failed: undefined, carried: known }
}

/** By day; on one day in the order in which they came (ids carry their time). */
export const inOrder = <A extends { id: string; effectiveOn: Day }>(acts: readonly A[]): A[] =>
  acts.toSorted((a, b) =>
    a.effectiveOn === b.effectiveOn ? (a.id < b.id ? -1 : 1) : a.effectiveOn < b.effectiveOn ? -1 : 1,
  )
