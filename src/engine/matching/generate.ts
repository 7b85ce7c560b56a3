import type { Highs } from 'highs'
import { crowdedSpaces } from './check-plan.ts'
import { dive, dives } from './dive.ts'
import { type Priced, price } from './prices.ts'
import { type Problem, totalValue } from './problem.ts'
import { makeRelaxed, type Relaxed } from './relaxed.ts'
import type { Rows } from './rows.ts'
import { breathe, type RunOptions } from './run.ts'

export type Generated = {
  /** The columns that came in, in the order they came. */
  inside: number[]
  relaxed: Relaxed
  priced: Priced
  /** No plan over all columns is worth more, in the solver's scale. */
  bound: number
  /** A plan found by deciding the fractions one after another, if that led to one. */
  dived: number[] | null
  /** That no plan meets every demand is proven. */
  isUnsolvable: boolean
  rounds: number
}

const firstOfEach = 6
const mostOfEachRound = 4
const improving = 1e-7
const unmetTolerance = 1e-6
const penalties = [2, 200, 20_000, 2_000_000]
/** Of the value: what is left to gain from columns that are still out. */
const closed = 1e-7

/**
 * Solves the programme with fractions over few columns, prices all others by what their spaces and quotas cost, takes in
 * those that would improve it, and the days on which a space is crowded, until there are none.
 */
export async function generate(
  highs: Highs,
  problem: Problem,
  rows: Rows,
  scale: number,
  start: readonly number[],
  { seed, signal, onProgress, gap = 0 }: RunOptions,
  best: number | null,
): Promise<Generated> {
  for (const [space, day] of busiestDays(problem)) rows.addSpace(space, day)
  const relaxation = makeRelaxed(highs, problem, rows, scale, seed)
  try {
    relaxation.addColumns(start)
    relaxation.addColumns(firstColumns(problem))
    let bound = Number.POSITIVE_INFINITY
    let rounds = 0
    let step = 0
    relaxation.setPenalty(penalties[step] ?? 0)
    for (;;) {
      await breathe(signal)
      const relaxed = relaxation.solve()
      rounds++
      const priced = price(problem, rows, relaxed.prices, scale, 1)
      bound = Math.min(bound, priced.bound)
      onProgress?.({ phase: 'relaxation', bound: bound * scale, best, columns: relaxation.inside.length })
      const isMet = relaxed.unmet <= unmetTolerance
      const isClosed = isMet && bound - relaxed.value <= Math.max(closed, gap / 10) * Math.abs(bound)
      const fresh = isClosed ? [] : improvingColumns(problem, relaxation.isInside, priced, relaxed)
      const added = crowdedRows(problem, rows, relaxed)
      relaxation.addRows(added)
      relaxation.addColumns(fresh)
      if (fresh.length + added.length > 0) continue
      if (!isMet && step + 1 < penalties.length) {
        step++
        relaxation.setPenalty(penalties[step] ?? 0)
        continue
      }
      const demands = isMet ? 0 : price(problem, rows, relaxed.prices, scale, 0).bound
      const isUnsolvable = demands < -unmetTolerance
      await breathe(signal)
      const refill = (now: Relaxed) => {
        const then = price(problem, rows, now.prices, scale, 1)
        const more = improvingColumns(problem, relaxation.isInside, then, now)
        relaxation.addColumns(more)
        return more.length > 0
      }
      const inside = [...relaxation.inside]
      let dived: number[] | null = null
      for (const way of isMet ? dives : []) {
        const found = dive(problem, relaxation, refill, way)
        if (found && (!dived || totalValue(problem, found) > totalValue(problem, dived))) dived = found
        relaxation.release()
        await breathe(signal)
        if (dived && totalValue(problem, dived) / scale >= bound - gap * Math.abs(bound)) break
      }
      return { inside, relaxed, priced, bound, dived, isUnsolvable, rounds }
    }
  } finally {
    relaxation.dispose()
  }
}

/** For each space the last day on which somebody would begin there: without ends in time it is the only one that binds. */
function busiestDays({ columns, spaces }: Problem): [number, number][] {
  const last = new Map<number, number>()
  for (let column = 0; column < columns.count; column++)
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++) {
      const space = columns.space[use] ?? -1
      last.set(space, Math.max(last.get(space) ?? Number.NEGATIVE_INFINITY, columns.from[column] ?? 0))
    }
  return spaces.flatMap((_, space): [number, number][] => {
    const day = last.get(space)
    return day === undefined ? [] : [[space, day]]
  })
}

function firstColumns({ columns, projects }: Problem): number[] {
  const lists: number[][] = projects.map(() => [])
  for (let column = 0; column < columns.count; column++) lists[columns.project[column] ?? -1]?.push(column)
  return lists.flatMap((list) =>
    list.sort((a, b) => (columns.value[b] ?? 0) - (columns.value[a] ?? 0) || a - b).slice(0, firstOfEach),
  )
}

function improvingColumns(
  { columns, projects }: Problem,
  isInside: Uint8Array,
  { margins }: Priced,
  { projectPrices }: Relaxed,
): number[] {
  const lists: { column: number; gain: number }[][] = projects.map(() => [])
  for (let column = 0; column < columns.count; column++) {
    if (isInside[column]) continue
    const project = columns.project[column] ?? -1
    const gain = (margins[column] ?? 0) - (projectPrices[project] ?? 0)
    if (gain > improving) lists[project]?.push({ column, gain })
  }
  return lists.flatMap((list) =>
    list
      .sort((a, b) => b.gain - a.gain || a.column - b.column)
      .slice(0, mostOfEachRound)
      .map(({ column }) => column),
  )
}

function crowdedRows(problem: Problem, rows: Rows, { weights }: Relaxed): number[] {
  const crowded = crowdedSpaces(problem, [...weights.keys()], (column) => weights.get(column) ?? 0, 1e-6)
  return crowded.flatMap(({ space, day }) => rows.addSpace(space, day) ?? [])
}
