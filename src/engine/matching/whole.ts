import type { Highs } from 'highs'
import { breachesOf } from './check-plan.ts'
import type { Problem } from './problem.ts'
import { ended, infinity, modelData } from './programme.ts'
import type { Rows } from './rows.ts'

export type WholeOptions = {
  seed: number
  /** Of the best known, as a share of it. */
  gap: number
  /** Worth so much is enough, whatever the gap. */
  enough: number
  mostNodes: number
  secondsLeft: () => number
  onBound?: (bound: number, best: number | null) => void
}
/** `bound` holds over the columns given; null: nothing was found, `isProven` says whether there is nothing. */
export type Whole = {
  chosen: number[] | null
  bound: number
  isProven: boolean
  stopped: 'nodes' | 'time' | null
}

const half = 0.5
/** HiGHS takes no endless limit. */
const longestSeconds = 1e6
const mipLogging = 5

/** Whole columns only: solved, checked exactly, and solved again without what the solver's tolerance let through. */
export function solveWhole(
  highs: Highs,
  problem: Problem,
  rows: Rows,
  chosen: readonly number[],
  scale: number,
  start: readonly number[] | null,
  options: WholeOptions,
): Whole {
  for (;;) {
    const whole = solveOnce(highs, problem, rows, chosen, scale, start, options)
    if (!whole.chosen || cutOff(problem, rows, whole.chosen) === 0) return whole
  }
}

/** A row for each thing a choice breaks; how many. */
export function cutOff(problem: Problem, rows: Rows, chosen: readonly number[]): number {
  let added = 0
  for (const breach of breachesOf(problem, chosen)) {
    if (breach.kind === 'project' || breach.kind === 'unplaced')
      throw new Error('HiGHS answered with a project twice or a fixed one nowhere.')
    if (breach.kind === 'space' && rows.addSpace(breach.space, breach.day) !== null) added++
    else if (breach.kind === 'least') {
      rows.add({
        kind: 'beyond',
        quota: breach.quota,
        columns: new Set(breach.columns),
        lower: 1,
        upper: infinity,
      })
      added++
    } else {
      const upper = breach.columns.length - 1
      rows.add({ kind: 'cover', columns: new Set(breach.columns), lower: -infinity, upper })
      added++
    }
  }
  return added
}

function solveOnce(
  highs: Highs,
  problem: Problem,
  rows: Rows,
  chosen: readonly number[],
  scale: number,
  start: readonly number[] | null,
  { seed, gap, enough, mostNodes, secondsLeft, onBound }: WholeOptions,
): Whole {
  const data = modelData(problem, rows, chosen, scale)
  if (chosen.length === 0) {
    const isPossible = rows.rows.every(({ lower }) => lower <= 0)
    return {
      chosen: isPossible ? [] : null,
      bound: isPossible ? 0 : -infinity,
      isProven: true,
      stopped: null,
    }
  }
  return highs.withModel({ ...data, integrality: new Int32Array(chosen.length).fill(1) }, (model): Whole => {
    model.options.set({
      output_flag: false,
      random_seed: seed,
      mip_rel_gap: gap,
      ...(Number.isFinite(enough) ? { objective_target: -enough / scale } : {}),
      mip_abs_gap: 1e-9,
      mip_max_nodes: mostNodes,
      time_limit: Math.min(longestSeconds, Math.max(0.1, secondsLeft())),
    })
    if (start) {
      const isStart = new Set(start)
      model.setSolution({ colValue: Float64Array.from(chosen, (column) => (isStart.has(column) ? 1 : 0)) })
    }
    const { modelStatus } = model.run({
      [mipLogging]: ({ data: { mip_dual_bound: dual, mip_primal_bound: primal } }) => {
        if (dual !== undefined && Number.isFinite(dual))
          onBound?.(-dual * scale, primal !== undefined && Number.isFinite(primal) ? -primal * scale : null)
      },
    })
    const stopped =
      modelStatus === ended.timeLimit ? 'time' : modelStatus === ended.solutionLimit ? 'nodes' : null
    if (modelStatus === ended.infeasible) return { chosen: null, bound: -infinity, isProven: true, stopped }
    if (modelStatus !== ended.optimal && modelStatus !== ended.target && stopped === null)
      throw new Error(`HiGHS ended a whole programme with status ${modelStatus}.`)
    const isFound = model.info.get('primal_solution_status') === 2
    const { colValue } = model.getSolution()
    const bound = -Number(model.info.get('mip_dual_bound')) * scale
    return {
      chosen: isFound ? chosen.filter((_, at) => (colValue[at] ?? 0) > half) : null,
      bound,
      isProven: stopped === null,
      stopped,
    }
  })
}
