import { settled } from './dive.ts'
import { type Generated, generate } from './generate.ts'
import { type Greedy, planGreedily } from './greedy.ts'
import { improve } from './improve.ts'
import { type Problem, totalValue } from './problem.ts'
import { makeRows, type Rows } from './rows.ts'
import { breathe, type RunOptions } from './run.ts'
import { solver } from './solver.ts'
import { solveWhole } from './whole.ts'

export type ColumnPlan = {
  /** Columns, ascending; null when no plan was found. */
  chosen: number[] | null
  value: number
  /** No plan over all columns is worth more. */
  bound: number
  /** (bound − value) ÷ bound. */
  gap: number
  /** The gap asked for was reached, or that there is no plan was proven. */
  isProven: boolean
  stopped: 'nodes' | 'time' | 'columns' | null
  greedy: Greedy
  rows: Rows
  /** Of the last relaxation: what a unit of each row, and each column less what it uses, is worth. */
  prices: Float64Array
  margins: Float64Array
  counts: { columns: number; generated: number; rounds: number; kept: number }
}

/** Beyond this many a whole programme takes too long and too much of WebAssembly's 4 GB. */
const mostWholeColumns = 60_000
/** Before all columns that could matter are looked at, a plan this near leaves few of them. */
const firstGap = 1e-4
/** What is left to gain in a part is sought in another part, or in the whole. */
const partGap = 1e-3
const partNodes = 50
/** What rounding of sums may do, in the solver's scale. */
const noise = 1e-7

/**
 * The best plan over all columns: a bound by column generation, a plan over the columns it needed, bettered part by part
 * and then as a whole, and, if that is not good enough, one over every column that the bound does not rule out.
 */
export async function planColumns(problem: Problem, options: RunOptions): Promise<ColumnPlan> {
  const { signal, onProgress, gap = 0, mostSeconds = Number.POSITIVE_INFINITY, mostNodes = 100_000 } = options
  const began = performance.now()
  const secondsLeft = () => mostSeconds - (performance.now() - began) / 1000
  signal?.throwIfAborted()
  const highs = await solver()
  const scale = scaleOf(problem)
  const rows = makeRows(problem)
  const greedy = planGreedily(problem)
  const isGreedyPlan =
    greedy.unmet.length === 0 &&
    greedy.chosen.length >= problem.projects.filter(({ isFixed }) => isFixed).length &&
    fixedArePlaced(problem, greedy.chosen)
  let best: number[] | null = isGreedyPlan ? greedy.chosen : null
  const generated = await generate(highs, problem, rows, scale, greedy.chosen, options, worth(best))
  const { inside, rounds } = generated
  let bound = generated.bound * scale
  const plan = (kept: number, isProven: boolean, stopped: ColumnPlan['stopped']): ColumnPlan => {
    const value = best ? totalValue(problem, best) : 0
    // A bound below the plan is rounding of the last digit.
    const told = best ? Math.max(bound, value) : bound
    return {
      chosen: best,
      value,
      bound: told,
      gap: best && told !== 0 ? (told - value) / Math.abs(told) : 0,
      isProven,
      stopped,
      greedy,
      rows,
      prices: generated.relaxed.prices.map((one) => one * scale),
      margins: generated.priced.margins.map((one) => one * scale),
      counts: { columns: problem.columns.count, generated: inside.length, rounds, kept },
    }
  }
  if (generated.isUnsolvable) {
    best = null
    return plan(0, true, null)
  }
  const isEnough = () =>
    best !== null && bound - totalValue(problem, best) <= gap * Math.abs(bound) + noise * scale
  const take = (chosen: number[] | null) => {
    if (chosen && (best === null || totalValue(problem, chosen) > totalValue(problem, best))) best = chosen
  }
  const solve = async (columns: readonly number[], wanted: number, nodes = mostNodes) => {
    await breathe(signal)
    const tell = (above: number, found: number | null) =>
      onProgress?.({
        phase: 'whole',
        bound: Math.min(bound, Math.max(above, bound)),
        best: Math.max(found ?? Number.NEGATIVE_INFINITY, worth(best) ?? Number.NEGATIVE_INFINITY),
        columns: columns.length,
      })
    const isIn = new Set(columns)
    const start = best?.every((column) => isIn.has(column)) ? best : null
    const whole = solveWhole(highs, problem, rows, columns, scale, start, {
      seed: options.seed,
      gap: wanted,
      // A bound of all columns tells when to stop; to prove the best, the solver must.
      enough: gap > 0 ? bound - gap * Math.abs(bound) : Number.POSITIVE_INFINITY,
      mostNodes: nodes,
      secondsLeft,
      onBound: tell,
    })
    take(whole.chosen)
    return whole
  }
  const open = (columns: readonly number[]) => {
    const value = worth(best)
    return notRuledOut(problem, generated, columns, value === null ? null : value / scale)
  }
  take(generated.dived)
  const near = [...new Set([...inside, ...(best ?? [])])].sort((a, b) => a - b)
  if (isEnough()) return plan(near.length, true, null)
  const generatedOpen = open(near)
  if (best !== null)
    await improve(problem, generatedOpen, best, inDoubt(problem, generated), async (columns) => {
      const part = await solve(columns, partGap, Math.min(mostNodes, partNodes))
      return isEnough() || part.stopped === 'time' ? null : best
    })
  if (isEnough()) return plan(generatedOpen.length, true, null)
  const first = await solve(generatedOpen, Math.max(gap / 2, firstGap))
  if (isEnough()) return plan(generatedOpen.length, true, null)
  if (first.stopped === 'time') return plan(generatedOpen.length, false, 'time')

  const kept = open(Array.from({ length: problem.columns.count }, (_, column) => column))
  if (kept.length > mostWholeColumns) return plan(near.length, false, 'columns')
  const second = await solve(kept, gap)
  if (second.isProven || second.chosen)
    bound = Math.min(bound, Math.max(second.bound, worth(best) ?? Number.NEGATIVE_INFINITY))
  if (best === null) return plan(kept.length, second.isProven, second.stopped)
  return plan(kept.length, second.isProven || isEnough(), second.stopped)

  function worth(chosen: readonly number[] | null) {
    return chosen ? totalValue(problem, chosen) : null
  }
}

const scaleOf = ({ columns }: Problem) =>
  columns.value.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1

const fixedArePlaced = ({ projects, columns }: Problem, chosen: readonly number[]) => {
  const placed = new Set(chosen.map((column) => columns.project[column]))
  return projects.every(({ isFixed }, project) => !isFixed || placed.has(project))
}

/** Projects that the relaxation puts nowhere for certain. */
function inDoubt({ columns }: Problem, { relaxed: { weights } }: Generated): number[] {
  const parted = [...weights].filter(([, weight]) => weight < settled)
  return [...new Set(parted.map(([column]) => columns.project[column] ?? -1))].sort((a, b) => a - b)
}

/** Of these, the columns that a plan worth more than `value` could have: with any other in it, the bound is below. */
function notRuledOut(
  { columns, projects }: Problem,
  { priced: { margins, bound }, bound: least }: Generated,
  among: readonly number[],
  value: number | null,
): number[] {
  if (value === null) return [...among]
  const best = projects.map(({ isFixed }) => (isFixed ? Number.NEGATIVE_INFINITY : 0))
  for (let column = 0; column < columns.count; column++) {
    const project = columns.project[column] ?? -1
    best[project] = Math.max(best[project] ?? 0, margins[column] ?? 0)
  }
  if (least === Number.NEGATIVE_INFINITY) return []
  return among.filter((column) => {
    const without = bound - (best[columns.project[column] ?? -1] ?? 0)
    return without + (margins[column] ?? 0) >= value - noise
  })
}
