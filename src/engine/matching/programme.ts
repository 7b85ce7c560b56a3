import type { Highs } from 'highs'
import type { Problem } from './problem.ts'
import type { Rows } from './rows.ts'

export type Entries = { starts: Int32Array; indices: Int32Array; values: Float64Array }
export type Model = ReturnType<Highs['createModel']>
/** HiGHS’ own words for how a run ended. */
export const ended = {
  optimal: 7,
  infeasible: 8,
  target: 12,
  timeLimit: 13,
  iterationLimit: 14,
  solutionLimit: 16,
} as const
export const infinity = Number.POSITIVE_INFINITY

/** What each of these columns has in each row. */
export function entriesOf({ columns }: Problem, rows: Rows, chosen: readonly number[]): Entries {
  const indices: number[] = []
  const values: number[] = []
  const starts = new Int32Array(chosen.length + 1)
  for (const [at, column] of chosen.entries()) {
    indices.push(columns.project[column] ?? 0)
    values.push(1)
    rows.each(column, (row, share) => {
      indices.push(row)
      values.push(share)
    })
    starts[at + 1] = indices.length
  }
  return { starts, indices: Int32Array.from(indices), values: Float64Array.from(values) }
}

export const costsOf = ({ columns }: Problem, chosen: readonly number[], scale: number) =>
  Float64Array.from(chosen, (column) => -(columns.value[column] ?? 0) / scale)

/** A programme of these columns, values negative because HiGHS is asked for the least. */
export const modelData = (problem: Problem, rows: Rows, chosen: readonly number[], scale: number) => ({
  numCols: chosen.length,
  numRows: rows.rows.length,
  colCost: costsOf(problem, chosen, scale),
  colLower: new Float64Array(chosen.length),
  colUpper: new Float64Array(chosen.length).fill(1),
  rowLower: Float64Array.from(rows.rows, ({ lower }) => lower),
  rowUpper: Float64Array.from(rows.rows, ({ upper }) => upper),
  matrix: {
    format: 'csc' as const,
    numRows: rows.rows.length,
    numCols: chosen.length,
    ...entriesOf(problem, rows, chosen),
  },
})
