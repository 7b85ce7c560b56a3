import type { Catalogue } from './catalogue.ts'
import { usualLimits } from './catalogue-limits.ts'
import { standingOn } from './check.ts'
import type { MatchInput } from './input.ts'
import { needRules } from './need-rules.ts'
import { dayNumberOf, nameOf, type Place, type PlaceName, spaceKindOf } from './place.ts'
import { placesFor } from './places-for.ts'
import {
  type Column,
  forEver,
  overlaps,
  type Problem,
  type Span,
  shareTolerance,
  tableOf,
} from './problem.ts'
import type { Project } from './project.ts'
import { type MoreChecks, worstStanding } from './rank.ts'
import { reservedPlace, shareOf, takenOf } from './reserved.ts'
import type { Standing } from './rule.ts'
import { ruleBookFor } from './rule-book.ts'
import { breathe, type RunOptions } from './run.ts'
import { scoreOf } from './score.ts'

export type MatchOptions = RunOptions & {
  /** What a project on a place is worth; its score × its gain if not given. */
  worthOf?: (project: Project, place: PlaceName, score: number) => number
  more?: MoreChecks
}
/** A problem with what its columns stand for. */
export type Built = {
  problem: Problem
  projects: readonly Project[]
  places: Place[]
  scores: number[]
  /** Places beyond the most that a project is given, over all projects. */
  leftOut: number
  /** Of each project how many places pass, are unknown, or are taken by others. */
  standings: Record<Standing | 'taken', number>[]
}

/** A column for every project on every place that passes, in an order that the input's order does not change. */
export async function buildProblem(
  input: MatchInput,
  catalogue: Catalogue,
  { signal, onProgress, worthOf = (project, _, score) => score * project.gain, more }: MatchOptions,
): Promise<Built> {
  const projects = [...input.projects].sort(byId)
  const planned = new Set(projects.map(({ id }) => id))
  const spaces = catalogue.spaces.map((space) => ({
    id: space.id,
    taken: takenOf(space, (project) => planned.has(project)),
  }))
  const reservedTo = new Set(
    catalogue.spaces.flatMap(({ reservations }) => reservations.map(({ project }) => project)),
  )
  const columns: Column[] = []
  const built: Omit<Built, 'problem'> = { projects, places: [], scores: [], leftOut: 0, standings: [] }

  const add = (
    at: number,
    project: Project,
    place: Place,
    span: Span,
    shares: readonly [string, number][],
  ) => {
    const score = scoreOf(input.criteria, project, place)
    columns.push({
      ...span,
      project: at,
      kind: spaceKindOf(place),
      areaM2: place.areaM2,
      value: worthOf(project, nameOf(place), score),
      uses: shares.map(([id, share]) => ({ space: catalogue.indexOf.get(id) ?? -1, share })),
    })
    built.places.push(place)
    built.scores.push(score)
  }
  const isFree = (shares: readonly [string, number][], span: Span) =>
    shares.every(([id, share]) =>
      (spaces[catalogue.indexOf.get(id) ?? -1]?.taken ?? []).every(
        (taken) => !overlaps(taken, span) || taken.share + share <= 1 + shareTolerance,
      ),
    )

  for (const [at, project] of projects.entries()) {
    if (at % projectsABreath === 0) {
      await breathe(signal)
      onProgress?.({ phase: 'places', bound: null, best: null, columns: columns.length })
    }
    const standings = { pass: 0, fail: 0, unknown: 0, taken: 0 }
    built.standings.push(standings)
    const reserved = reservedTo.has(project.id) ? reservedPlace(catalogue.spaces, project.id) : null
    if (reserved) {
      add(
        at,
        project,
        reserved.place,
        reserved.span,
        reserved.shares.map(({ space, share }) => [space.id, share]),
      )
      continue
    }
    const book = ruleBookFor([...needRules(project), ...input.rules], project)
    const { places, leftOut } = placesFor(catalogue, project.need, input.limits ?? usualLimits)
    built.leftOut += leftOut
    for (const place of places) {
      const standing = worseOf(
        standingOn(book, project, place),
        more ? worstStanding(more(project, nameOf(place))) : 'pass',
      )
      standings[standing]++
      if (standing === 'fail' || (standing === 'unknown' && !input.acceptUnknown)) continue
      const span = stayOf(project, place)
      const shares = sharesOf(place)
      if (isFree(shares, span)) add(at, project, place, span, shares)
      else standings.taken++
    }
  }
  return {
    ...built,
    problem: {
      projects: projects.map(({ id, corps }) => ({ id, corps, isFixed: reservedTo.has(id) })),
      spaces,
      columns: tableOf(columns),
      quotas: [...input.quotas].sort(byId),
    },
  }
}

const projectsABreath = 50
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const worseOf = (a: Standing, b: Standing): Standing =>
  a === 'fail' || b === 'fail' ? 'fail' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'pass'

/** From the day of need or the day the place is ready, whichever is later. */
export function stayOf({ need }: Project, { readyDay }: Place): Span {
  const from = Math.max(dayNumberOf(need.on), readyDay ?? Number.NEGATIVE_INFINITY)
  return { from, to: need.days === null ? forEver : from + need.days }
}

export const sharesOf = (place: Place): [string, number][] =>
  place.spaces.map((space) => [space.id, place.kind === 'part' ? shareOf(space, place.areaM2) : 1])
