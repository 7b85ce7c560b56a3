import { addDays } from '../../shared/days.ts'
import type { BatchAnswer, BatchPlan, Placed } from './batch-plan.ts'
import { bindingOf } from './binding.ts'
import { type Built, buildProblem, type MatchOptions } from './build-problem.ts'
import { catalogueOf } from './catalogue.ts'
import { checksOf } from './check.ts'
import type { MatchInput } from './input.ts'
import { faultsOf } from './input-faults.ts'
import { leftOutProjects } from './left-out.ts'
import { needRules } from './need-rules.ts'
import { epoch, nameOf, type Place } from './place.ts'
import { planColumns } from './plan-columns.ts'
import { forEver } from './problem.ts'
import type { Project } from './project.ts'
import { ruleBookFor } from './rule-book.ts'
import { breathe } from './run.ts'
import { marksOf } from './score.ts'
import { conflictOf } from './unsolvable.ts'

/** The best plan of all projects over all spaces; the same for the same input and seed, in whatever order it comes. */
export async function planBatch(input: MatchInput, options: MatchOptions): Promise<BatchAnswer> {
  options.signal?.throwIfAborted()
  const faults = faultsOf(input)
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  const catalogue = catalogueOf(input.spaces, input.limits)
  const built = await buildProblem(input, catalogue, options)
  const plan = await planColumns(built.problem, options)
  if (plan.chosen === null) {
    if (!plan.isProven) return { ok: false, reason: 'notFound', stopped: plan.stopped }
    return { ok: false, reason: 'unsolvable', conflict: await conflictOf(built.problem, options) }
  }
  await breathe(options.signal)
  const { value, bound, gap, isProven, stopped, counts, greedy, chosen } = plan
  options.onProgress?.({ phase: 'reasons', bound, best: value, columns: counts.columns })
  const answer: BatchPlan = {
    ok: true,
    placed: chosen.map((column) => placedOf(input, built, column, options)),
    value,
    bound,
    gap,
    isProven,
    stopped,
    greedy: {
      value: greedy.value,
      unmet: greedy.unmet,
      placed: greedy.chosen.map((column) => {
        const { project, place } = pairOf(built, column)
        return { project: project.id, place: nameOf(place), value: built.problem.columns.value[column] ?? 0 }
      }),
    },
    binding: bindingOf(built.problem, plan),
    leftOut: leftOutProjects(input, catalogue, built, plan, options.more),
    notLookedAt: { ...catalogue.leftOut, places: built.leftOut },
    counts,
  }
  await breathe(options.signal)
  return answer
}

function placedOf(input: MatchInput, built: Built, column: number, { more }: MatchOptions): Placed {
  const { problem, scores } = built
  const { project, place } = pairOf(built, column)
  const book = ruleBookFor([...needRules(project), ...input.rules], project)
  const checks = [...checksOf(book, project, place), ...(more?.(project, nameOf(place)) ?? [])]
  const to = problem.columns.to[column] ?? forEver
  return {
    project: project.id,
    place: nameOf(place),
    from: addDays(epoch, problem.columns.from[column] ?? 0),
    to: to === forEver ? null : addDays(epoch, to),
    score: scores[column] ?? 0,
    value: problem.columns.value[column] ?? 0,
    isFixed: problem.projects[problem.columns.project[column] ?? -1]?.isFixed ?? false,
    checks: checks.filter(({ standing }) => standing !== 'pass'),
    marks: marksOf(input.criteria, project, place),
  }
}

const pairOf = ({ problem, projects, places }: Built, column: number) => ({
  project: projects[problem.columns.project[column] ?? -1] as Project,
  place: places[column] as Place,
})
