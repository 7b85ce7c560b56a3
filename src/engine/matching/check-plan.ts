import { countOf, type Problem, type Quota, shareTolerance } from './problem.ts'

/** What a choice of columns breaks, with the columns that do it together. */
export type Breach =
  | { kind: 'project'; project: number; columns: number[] }
  | { kind: 'space'; space: number; day: number; columns: number[] }
  | { kind: 'most' | 'least'; quota: number; columns: number[] }
  | { kind: 'unplaced'; project: number }

/** Exact where a solver is not: a tolerance of the solver may be an area, and a plan has none. */
export function breachesOf(problem: Problem, chosen: readonly number[]): Breach[] {
  const byProject = Map.groupBy(chosen, (column) => problem.columns.project[column] ?? -1)
  return [
    ...[...byProject]
      .filter(([, columns]) => columns.length > 1)
      .map(([project, columns]): Breach => ({ kind: 'project', project, columns })),
    ...problem.projects.flatMap(({ isFixed }, project): Breach[] =>
      isFixed && !byProject.has(project) ? [{ kind: 'unplaced', project }] : [],
    ),
    ...crowdedSpaces(problem, chosen),
    ...problem.quotas.flatMap((quota, index) => quotaBreaches(problem, quota, index, chosen)),
  ]
}

/** On each space the day when most of it is used, if that is more than all of it. */
export function crowdedSpaces(
  { columns, spaces }: Problem,
  chosen: readonly number[],
  weight: (column: number) => number = () => 1,
  tolerance = shareTolerance,
): Extract<Breach, { kind: 'space' }>[] {
  const on = new Map<number, { column: number; share: number; from: number; to: number }[]>()
  for (const column of chosen)
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++) {
      const space = columns.space[use] ?? -1
      const one = {
        column,
        share: (columns.share[use] ?? 0) * weight(column),
        from: columns.from[column] ?? 0,
        to: columns.to[column] ?? 0,
      }
      const list = on.get(space)
      if (list) list.push(one)
      else on.set(space, [one])
    }
  return [...on]
    .sort(([a], [b]) => a - b)
    .flatMap(([space, uses]) => {
      const taken = spaces[space]?.taken ?? []
      let worst = { load: 1 + tolerance, day: 0 }
      for (const { from: day } of [...uses, ...taken]) {
        const load = [...uses, ...taken].reduce(
          (sum, use) => (use.from <= day && day < use.to ? sum + use.share : sum),
          0,
        )
        if (load > worst.load) worst = { load, day }
      }
      if (worst.load === 1 + tolerance) return []
      const there = uses.filter(({ from, to }) => from <= worst.day && worst.day < to)
      return [{ kind: 'space' as const, space, day: worst.day, columns: there.map(({ column }) => column) }]
    })
}

function quotaBreaches(problem: Problem, quota: Quota, index: number, chosen: readonly number[]): Breach[] {
  const columns = chosen.filter((column) => countOf(problem, quota, column) > 0)
  const sum = columns.reduce((total, column) => total + countOf(problem, quota, column), 0)
  const slack = shareTolerance * Math.max(1, sum)
  return [
    ...(quota.most !== null && sum > quota.most + slack
      ? [{ kind: 'most' as const, quota: index, columns }]
      : []),
    ...(quota.least !== null && sum < quota.least - slack
      ? [{ kind: 'least' as const, quota: index, columns }]
      : []),
  ]
}
