import { countOf, type Problem } from './problem.ts'

/** A line of the programme: at most `most`, or at least `least`, of the sum of its columns' shares. */
export type Row = { upper: number; lower: number } & (
  | { kind: 'project'; project: number }
  | { kind: 'space'; space: number; day: number }
  | { kind: 'most' | 'least'; quota: number; scale: number }
  /** These columns together are too much by less than the solver sees. */
  | { kind: 'cover'; columns: ReadonlySet<number> }
  /** These columns alone are too little by less than the solver sees: one more of the quota's is needed. */
  | { kind: 'beyond'; quota: number; columns: ReadonlySet<number> }
)

const infinity = Number.POSITIVE_INFINITY

export type Rows = ReturnType<typeof makeRows>

/** Rows by what they hold, so that a column finds those it is in. */
export function makeRows(problem: Problem) {
  const { columns, projects, quotas, spaces } = problem
  const rows: Row[] = []
  const ofSpace: number[][] = spaces.map(() => [])
  const ofCorps = new Map<string, number[]>()
  const special: number[] = []

  function add(row: Row): number {
    const index = rows.push(row) - 1
    if (row.kind === 'space') ofSpace[row.space]?.push(index)
    if (row.kind === 'most' || row.kind === 'least') {
      const corps = quotas[row.quota]?.corps ?? ''
      ofCorps.set(corps, [...(ofCorps.get(corps) ?? []), index])
    }
    if (row.kind === 'cover' || row.kind === 'beyond') special.push(index)
    return index
  }
  for (const [project, { isFixed }] of projects.entries())
    add({ kind: 'project', project, upper: 1, lower: isFixed ? 1 : -infinity })
  for (const [quota, { most, least }] of quotas.entries()) {
    if (most !== null)
      add({ kind: 'most', quota, scale: scaleOf(most), upper: most / scaleOf(most), lower: -infinity })
    if (least !== null)
      add({ kind: 'least', quota, scale: scaleOf(least), upper: infinity, lower: least / scaleOf(least) })
  }

  function addSpace(space: number, day: number): number | null {
    const isThere = ofSpace[space]?.some((index) => {
      const row = rows[index]
      return row?.kind === 'space' && row.day === day
    })
    if (isThere) return null
    const taken = (spaces[space]?.taken ?? []).filter(({ from, to }) => from <= day && day < to)
    const upper = 1 - taken.reduce((sum, { share }) => sum + share, 0)
    return add({ kind: 'space', space, day, upper: Math.max(0, upper), lower: -infinity })
  }

  /** Calls back with every row of a column but its project's, and what it has in it. */
  function each(column: number, take: (row: number, share: number) => void): void {
    const from = columns.from[column] ?? 0
    const to = columns.to[column] ?? 0
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++)
      for (const index of ofSpace[columns.space[use] ?? -1] ?? []) {
        const row = rows[index]
        if (row?.kind === 'space' && from <= row.day && row.day < to) take(index, columns.share[use] ?? 0)
      }
    for (const index of ofCorps.get(projects[columns.project[column] ?? -1]?.corps ?? '') ?? []) {
      const row = rows[index]
      if (row?.kind !== 'most' && row?.kind !== 'least') continue
      const count = countOf(problem, quotas[row.quota] as (typeof quotas)[number], column)
      if (count !== 0) take(index, count / row.scale)
    }
    for (const index of special) {
      const row = rows[index]
      if (row?.kind === 'cover' && row.columns.has(column)) take(index, 1)
      if (row?.kind === 'beyond' && !row.columns.has(column)) {
        const quota = quotas[row.quota]
        if (quota && countOf(problem, quota, column) > 0) take(index, 1)
      }
    }
  }
  return { rows, add, addSpace, each }
}

const scaleOf = (limit: number) => Math.max(1, limit)
