import type { Highs } from 'highs'
import { type Prices, pricesOf } from './prices.ts'
import type { Problem } from './problem.ts'
import { costsOf, type Entries, ended, entriesOf, infinity, modelData } from './programme.ts'
import type { Row, Rows } from './rows.ts'

export type Relaxed = {
  value: number
  /** Of each column that is in and above nought. */
  weights: Map<number, number>
  prices: Prices
  projectPrices: Float64Array
  /** How much of the demands is left unmet, at a penalty. */
  unmet: number
}

const leastWeight = 1e-7

/** The programme with fractions allowed, kept in HiGHS with its basis while columns and rows come in. */
export function makeRelaxed(highs: Highs, problem: Problem, rows: Rows, scale: number, seed: number) {
  const inside: number[] = []
  const isInside = new Uint8Array(problem.columns.count)
  const model = highs.createModel(modelData(problem, rows, [], scale))
  model.options.set({ output_flag: false, random_seed: seed, presolve: 'off' })
  // What a demand lacks is bought at a penalty, so that there always is an answer to price columns by.
  const lacking = rows.rows.flatMap((row, index) => (row.lower > 0 ? [index] : []))
  for (const row of lacking) model.addCol(1, 0, infinity, { indices: [row], values: [1] })

  function addColumns(chosen: readonly number[]) {
    const fresh = chosen.filter((column) => isInside[column] === 0)
    if (fresh.length === 0) return
    for (const column of fresh) isInside[column] = 1
    inside.push(...fresh)
    model.addCols({
      cost: costsOf(problem, fresh, scale),
      lower: new Float64Array(fresh.length),
      // A project's row keeps it below 1 already; without a bound of its own its price is told by the row.
      upper: new Float64Array(fresh.length).fill(infinity),
      matrix: matrixOf(fresh.length, entriesOf(problem, rows, fresh)),
    })
  }
  const matrixOf = (numCols: number, entries: Entries) => ({
    format: 'csc' as const,
    numRows: rows.rows.length,
    numCols,
    ...entries,
  })

  /** Rows that came to `rows` since the model was made or last heard of them. */
  function addRows(fresh: readonly number[]) {
    for (const index of fresh) {
      const row = rows.rows[index] as Row
      const indices: number[] = []
      const values: number[] = []
      for (const [at, column] of inside.entries())
        rows.each(column, (other, share) => {
          if (other !== index) return
          indices.push(at + lacking.length)
          values.push(share)
        })
      model.addRow(row.lower, row.upper, { indices, values })
    }
  }

  const positions = new Map<number, number>()
  const fixed: number[] = []
  /** Puts a column in whole (1), or out (0). */
  function fix(column: number, to: 0 | 1) {
    if (positions.size !== inside.length)
      for (const [at, one] of inside.entries()) positions.set(one, at + lacking.length)
    const at = positions.get(column) ?? 0
    fixed.push(at)
    model.changeColBounds(at, to, to)
  }
  /** All that was fixed is open again. */
  function release() {
    for (const at of fixed.splice(0)) model.changeColBounds(at, 0, infinity)
  }

  function setPenalty(penalty: number) {
    for (const [at] of lacking.entries()) model.changeColCost(at, penalty)
  }

  function solve(): Relaxed {
    const relaxed = solveOrNull()
    if (!relaxed) throw new Error(`HiGHS ended a relaxation with status ${model.getModelStatus()}.`)
    return relaxed
  }

  function solveOrNull(): Relaxed | null {
    // HiGHS calls a programme without columns empty, and has no prices for it.
    if (lacking.length + inside.length === 0) return nothing()
    const { modelStatus } = model.run()
    if (modelStatus !== ended.optimal) return null
    const { colValue, rowDual } = model.getSolution()
    const weights = new Map<number, number>()
    for (const [at, column] of inside.entries()) {
      const weight = colValue[at + lacking.length] ?? 0
      if (weight > leastWeight) weights.set(column, weight)
    }
    const prices = pricesOf(rows, rowDual)
    const unmet = lacking.reduce((sum, _, at) => sum + (colValue[at] ?? 0), 0)
    return {
      value: -model.getObjectiveValue(),
      weights,
      prices,
      projectPrices: prices.slice(0, problem.projects.length),
      unmet,
    }
  }
  const nothing = (): Relaxed => ({
    value: 0,
    weights: new Map(),
    prices: new Float64Array(rows.rows.length),
    projectPrices: new Float64Array(problem.projects.length),
    unmet: 0,
  })
  return {
    inside,
    isInside,
    addColumns,
    addRows,
    fix,
    release,
    setPenalty,
    solve,
    solveOrNull,
    dispose: () => model.dispose(),
  }
}
