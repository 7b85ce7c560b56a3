import type { Built } from './build-problem.ts'
import type { Catalogue } from './catalogue.ts'
import type { MatchInput } from './input.ts'
import { nameOf, type PlaceName } from './place.ts'
import type { ColumnPlan } from './plan-columns.ts'
import { countOf, overlaps, shareTolerance, totalValue } from './problem.ts'
import type { MoreChecks } from './rank.ts'
import { rulesInTheWay, type Way } from './rules-in-the-way.ts'

/** A place that passes, and who has it, or which quota has no room for it. */
export type Contended = {
  place: PlaceName
  spaces: { space: string; projects: string[]; isTakenByOthers: boolean }[]
  quotas: { quota: string; by: number }[]
  /** What the plan would lose if those went nowhere else, less what this one is worth: at most so much. */
  loss: number
}
export type LeftOutProject = {
  project: string
  /** `noPlace`: no place passes. `taken`: those that do are others' already. `noGain`: worth nothing where it could go. `contended`: others are worth more there. */
  reason: 'noPlace' | 'taken' | 'noGain' | 'contended'
  /** Of `noPlace`: rules that leave no place together, and of which none may be missing for that. */
  conflict: string[]
  /** The least changes of rules that would open a place, the nearest first. */
  relax: Way[]
  contended: Contended[]
  /** By how much it falls short of what its best place costs the others, as the relaxation prices it. */
  short: number | null
}

const mostTold = 3

export function leftOutProjects(
  input: MatchInput,
  catalogue: Catalogue,
  built: Built,
  plan: ColumnPlan,
  more: MoreChecks | undefined,
): LeftOutProject[] {
  const { problem, projects } = built
  const chosen = plan.chosen ?? []
  const placed = new Set(chosen.map((column) => problem.columns.project[column]))
  const columnsOf: number[][] = projects.map(() => [])
  for (let column = 0; column < problem.columns.count; column++)
    columnsOf[problem.columns.project[column] ?? -1]?.push(column)
  const margin = (column: number) => plan.margins[column] ?? 0
  const on = occupants(built, chosen)
  const isUsed = (space: string) => (on.get(catalogue.indexOf.get(space) ?? -1)?.length ?? 0) > 0

  return projects.flatMap((project, at): LeftOutProject[] => {
    if (placed.has(at)) return []
    const columns = [...(columnsOf[at] ?? [])].sort((a, b) => margin(b) - margin(a) || a - b)
    const best = columns[0]
    const isWorth = columns.some((column) => (problem.columns.value[column] ?? 0) > 0)
    const isTaken = (built.standings[at]?.taken ?? 0) > 0
    const reason = best === undefined ? (isTaken ? 'taken' : 'noPlace') : isWorth ? 'contended' : 'noGain'
    const { conflict, ways } = rulesInTheWay(input, catalogue, project, more, isUsed, reason === 'noPlace')
    return [
      {
        project: project.id,
        reason,
        conflict,
        relax: ways,
        contended: columns.slice(0, mostTold).map((column) => contention(built, chosen, on, column)),
        short: best === undefined ? null : Math.max(0, -margin(best)),
      },
    ]
  })
}

type Occupants = Map<number, { column: number; share: number }[]>

function occupants({ problem: { columns } }: Built, chosen: readonly number[]): Occupants {
  const on: Occupants = new Map()
  for (const column of chosen)
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++) {
      const space = columns.space[use] ?? -1
      on.set(space, [...(on.get(space) ?? []), { column, share: columns.share[use] ?? 0 }])
    }
  return on
}

function contention(built: Built, chosen: readonly number[], on: Occupants, column: number): Contended {
  const { problem, projects, places } = built
  const { columns } = problem
  const span = { from: columns.from[column] ?? 0, to: columns.to[column] ?? 0 }
  const inTheWay = new Set<number>()
  const spaces: Contended['spaces'] = []
  for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++) {
    const space = columns.space[use] ?? -1
    const there = (on.get(space) ?? []).filter((one) =>
      overlaps({ from: columns.from[one.column] ?? 0, to: columns.to[one.column] ?? 0 }, span),
    )
    const taken = (problem.spaces[space]?.taken ?? []).filter((one) => overlaps(one, span))
    const load = [...there, ...taken].reduce((sum, { share }) => sum + share, columns.share[use] ?? 0)
    if (load <= 1 + shareTolerance) continue
    for (const one of there) inTheWay.add(one.column)
    spaces.push({
      space: problem.spaces[space]?.id ?? '',
      projects: there.map((one) => projects[columns.project[one.column] ?? -1]?.id ?? '').sort(),
      isTakenByOthers: taken.length > 0,
    })
  }
  const rest = chosen.filter((one) => !inTheWay.has(one))
  const quotas = problem.quotas.flatMap((quota) => {
    const count = countOf(problem, quota, column)
    if (count === 0 || quota.most === null) return []
    const used = rest.reduce((sum, one) => sum + countOf(problem, quota, one), count)
    return used > quota.most * (1 + shareTolerance) ? [{ quota: quota.id, by: used - quota.most }] : []
  })
  return {
    place: nameOf(places[column] as Built['places'][number]),
    spaces,
    quotas,
    loss: totalValue(problem, [...inTheWay]) - (columns.value[column] ?? 0),
  }
}
