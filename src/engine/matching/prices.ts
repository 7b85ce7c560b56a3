import type { Problem } from './problem.ts'
import type { Rows } from './rows.ts'

/** What a unit of each row is worth: never below nought where a row limits, never above where it demands. */
export type Prices = Float64Array

/** Prices of a solver, of a minimum, cleaned of signs that its tolerance let through. */
export function pricesOf({ rows }: Rows, duals: Float64Array): Prices {
  return Float64Array.from(rows, (row, index) => {
    const price = -(duals[index] ?? 0)
    if (row.lower === row.upper) return price
    return row.kind === 'least' || row.kind === 'beyond' ? Math.min(0, price) : Math.max(0, price)
  })
}

export type Priced = {
  /** Of each column: its value less the prices of what it uses, its project's aside. */
  margins: Float64Array
  /** No plan over any columns is worth more: Lagrange's bound, which holds for whatever prices. */
  bound: number
}

/** `weight` 0 asks what the demands alone cost: a bound below nought then proves that no plan meets them. */
export function price(problem: Problem, rows: Rows, prices: Prices, scale: number, weight: 0 | 1): Priced {
  const { columns, projects } = problem
  const margins = new Float64Array(columns.count)
  const best = new Float64Array(projects.length).fill(Number.NEGATIVE_INFINITY)
  let margin = 0
  const take = (row: number, share: number) => {
    margin -= share * (prices[row] ?? 0)
  }
  for (let column = 0; column < columns.count; column++) {
    margin = (weight * (columns.value[column] ?? 0)) / scale
    rows.each(column, take)
    margins[column] = margin
    const project = columns.project[column] ?? -1
    if (margin > (best[project] ?? 0)) best[project] = margin
  }
  let bound = 0
  for (const [index, row] of rows.rows.entries()) {
    if (row.kind === 'project') continue
    const limit = row.kind === 'least' || row.kind === 'beyond' ? row.lower : row.upper
    bound += (prices[index] ?? 0) * limit
  }
  for (const [project, { isFixed }] of projects.entries())
    bound += isFixed ? (best[project] ?? 0) : Math.max(0, best[project] ?? 0)
  return { margins, bound }
}
