import type { ColumnPlan } from './plan-columns.ts'
import { countOf, type Problem } from './problem.ts'

/** What holds the plan back: one unit more would be worth `price`, as the relaxation prices it. */
export type Binding = {
  /** Spaces that more want than can have them; the price of the whole space. */
  spaces: { space: string; price: number }[]
  /** The price of one project or one ㎡ more (`most`), or fewer (`least`), and what the plan gives. */
  quotas: { quota: string; side: 'most' | 'least'; limit: number; used: number; price: number }[]
}

const worthTelling = 1e-6

export function bindingOf(problem: Problem, { rows, prices, chosen }: ColumnPlan): Binding {
  const bySpace = new Map<string, number>()
  const quotas: Binding['quotas'] = []
  for (const [index, row] of rows.rows.entries()) {
    const price = Math.abs(prices[index] ?? 0)
    if (row.kind === 'space') {
      const id = problem.spaces[row.space]?.id ?? ''
      if (price > worthTelling) bySpace.set(id, (bySpace.get(id) ?? 0) + price)
    }
    if (row.kind !== 'most' && row.kind !== 'least') continue
    const quota = problem.quotas[row.quota]
    if (!quota) continue
    const limit = (row.kind === 'most' ? quota.most : quota.least) ?? 0
    const used = (chosen ?? []).reduce((sum, column) => sum + countOf(problem, quota, column), 0)
    if (price > worthTelling || used === limit)
      quotas.push({ quota: quota.id, side: row.kind, limit, used, price: price / row.scale })
  }
  const spaces = [...bySpace].map(([space, price]) => ({ space, price }))
  return {
    spaces: spaces.sort((a, b) => b.price - a.price || (a.space < b.space ? -1 : 1)),
    quotas: quotas.sort((a, b) => b.price - a.price || (a.quota < b.quota ? -1 : 1)),
  }
}
