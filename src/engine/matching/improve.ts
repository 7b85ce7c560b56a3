import { type Problem, totalValue } from './problem.ts'

/** Projects that may move at one time: few enough that HiGHS has done with them in a fraction of a second. */
const mostTogether = 40

/**
 * Betters a plan part by part: some projects that want the same spaces may move, the others stay where they are. Each
 * project of `inDoubt` is at least once among those that may. `solvePart` is given columns, the plan's own among them, and
 * answers the best plan it knows then; null ends the search. (Large neighbourhood search: Shaw, CP 1998.)
 */
export async function improve(
  problem: Problem,
  among: readonly number[],
  start: readonly number[],
  inDoubt: readonly number[],
  solvePart: (columns: readonly number[]) => Promise<readonly number[] | null>,
): Promise<void> {
  const { project: projectOf } = problem.columns
  const wanting = wishesOf(problem, among)
  const moved = new Set<number>()
  let best: readonly number[] = start
  for (const middle of inDoubt) {
    if (moved.has(middle)) continue
    const free = around(middle, wanting)
    for (const project of free) moved.add(project)
    const open = among.filter((column) => free.has(projectOf[column] ?? -1))
    const found = await solvePart([...new Set([...open, ...best])].sort((a, b) => a - b))
    if (found === null) return
    if (totalValue(problem, found) > totalValue(problem, best)) best = found
  }
}

type Wishes = { spacesOf: Set<number>[]; projectsOf: Map<number, Set<number>> }

/** Which spaces a project could have of these columns, and which projects a space. */
function wishesOf({ columns, projects }: Problem, among: readonly number[]): Wishes {
  const spacesOf = projects.map(() => new Set<number>())
  const projectsOf = new Map<number, Set<number>>()
  for (const column of among) {
    const project = columns.project[column] ?? -1
    for (let use = columns.starts[column] ?? 0; use < (columns.starts[column + 1] ?? 0); use++) {
      const space = columns.space[use] ?? -1
      spacesOf[project]?.add(space)
      const rivals = projectsOf.get(space)
      if (rivals) rivals.add(project)
      else projectsOf.set(space, new Set([project]))
    }
  }
  return { spacesOf, projectsOf }
}

/** A project and its nearest rivals for space, then theirs. */
function around(middle: number, { spacesOf, projectsOf }: Wishes): Set<number> {
  const free = new Set([middle])
  for (const project of free)
    for (const space of spacesOf[project] ?? [])
      for (const rival of projectsOf.get(space) ?? []) {
        if (free.size >= mostTogether) return free
        free.add(rival)
      }
  return free
}
