import { breachesOf } from './check-plan.ts'
import { countOf, type Problem, shareTolerance, totalValue } from './problem.ts'

export type Greedy = {
  chosen: number[]
  value: number /** Demands of least it left unmet. */
  unmet: string[]
}

/** The yardstick: fixed ones first, then always the column worth most that still fits. */
export function planGreedily(problem: Problem): Greedy {
  const { columns, projects, quotas } = problem
  const fixedFirst = (column: number) => (projects[columns.project[column] ?? -1]?.isFixed ? 0 : 1)
  const order = Array.from({ length: columns.count }, (_, column) => column)
    .filter((column) => fixedFirst(column) === 0 || (columns.value[column] ?? 0) > 0)
    .sort(
      (a, b) => fixedFirst(a) - fixedFirst(b) || (columns.value[b] ?? 0) - (columns.value[a] ?? 0) || a - b,
    )
  const placed = new Set<number>()
  const used = quotas.map(() => 0)
  const on = new Map<number, { share: number; from: number; to: number }[]>()
  const chosen: number[] = []
  for (const column of order) {
    const project = columns.project[column] ?? -1
    if (placed.has(project) || !fits(column)) continue
    placed.add(project)
    chosen.push(column)
    for (const [index, quota] of quotas.entries())
      used[index] = (used[index] ?? 0) + countOf(problem, quota, column)
    for (const { space, ...use } of usesOf(column)) on.set(space, [...(on.get(space) ?? []), use])
  }
  chosen.sort((a, b) => a - b)
  const unmet = breachesOf(problem, chosen).flatMap((breach) =>
    breach.kind === 'least' ? [quotas[breach.quota]?.id ?? ''] : [],
  )
  return { chosen, value: totalValue(problem, chosen), unmet }

  function usesOf(column: number) {
    const from = columns.from[column] ?? 0
    const to = columns.to[column] ?? 0
    const uses: { space: number; share: number; from: number; to: number }[] = []
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++)
      uses.push({ space: columns.space[use] ?? -1, share: columns.share[use] ?? 0, from, to })
    return uses
  }

  function fits(column: number): boolean {
    for (const [index, quota] of quotas.entries()) {
      const count = countOf(problem, quota, column)
      const most = (quota.most ?? Number.POSITIVE_INFINITY) * (1 + shareTolerance)
      if (count > 0 && (used[index] ?? 0) + count > most) return false
    }
    return usesOf(column).every(({ space, share, from, to }) => {
      const others = [...(problem.spaces[space]?.taken ?? []), ...(on.get(space) ?? [])].filter(
        (other) => other.from < to && from < other.to,
      )
      const days = [from, ...others.map((other) => other.from).filter((day) => day > from)]
      return days.every(
        (day) =>
          others.reduce((sum, one) => (one.from <= day && day < one.to ? sum + one.share : sum), share) <=
          1 + shareTolerance,
      )
    })
  }
}
