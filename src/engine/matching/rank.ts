import type { Catalogue } from './catalogue.ts'
import { type PlaceLimits, usualLimits } from './catalogue-limits.ts'
import { checksOf } from './check.ts'
import type { Criterion, Marked } from './criterion.ts'
import { distanceOff } from './distance-off.ts'
import { needRules } from './need-rules.ts'
import { nameOf, type PlaceName } from './place.ts'
import { placesFor } from './places-for.ts'
import type { Project } from './project.ts'
import type { Check, Rule, Standing } from './rule.ts'
import { ruleBookFor } from './rule-book.ts'
import { type Difference, differencesOf, marksOf } from './score.ts'

export type Ranked = {
  place: PlaceName
  standing: Standing
  score: number
  checks: Check[]
  marks: Marked[]
  /** Why it comes after the one before it, where both stand alike and fail nothing: what decided, first. */
  behind: Difference[]
}
export type Ranking = { ranked: Ranked[]; leftOut: number }

/** Further rules that no table holds; their ids are the caller's. */
export type MoreChecks = (project: Project, place: PlaceName) => readonly Check[]

const order: Record<Standing, number> = { pass: 0, unknown: 1, fail: 2 }

/** All places for one project: those that pass every rule by score, then those of which something is unknown, then the rest by how little they are off. */
export function rankPlaces(
  project: Project,
  catalogue: Catalogue,
  rules: readonly Rule[],
  criteria: readonly Criterion[],
  { limits = usualLimits, more }: { limits?: PlaceLimits; more?: MoreChecks } = {},
): Ranking {
  const book = ruleBookFor([...needRules(project), ...rules], project)
  const { places, leftOut } = everyPlaceFor(catalogue, project, limits)
  const ranked = places
    .map((place) => {
      const marks = marksOf(criteria, project, place)
      const checks = [...checksOf(book, project, place), ...(more?.(project, nameOf(place)) ?? [])]
      return {
        key: place.key,
        place: nameOf(place),
        standing: worstStanding(checks),
        off: distanceOff(checks.filter(({ standing }) => standing === 'fail')),
        score: criteria.length === 0 ? 1 : marks.reduce((sum, { points }) => sum + points, 0),
        checks,
        marks,
      }
    })
    .sort(
      (a, b) =>
        order[a.standing] - order[b.standing] ||
        a.off - b.off ||
        b.score - a.score ||
        (a.key < b.key ? -1 : 1),
    )
  return {
    ranked: ranked.map(({ key: _, off: __, ...one }, at) => {
      const before = ranked[at - 1]
      const isByScore = before?.standing === one.standing && one.standing !== 'fail'
      const behind = isByScore ? differencesOf(before.marks, one.marks) : []
      return { ...one, behind }
    }),
    leftOut,
  }
}

/** Those that meet its area, and every single space, so that a near miss is seen with what it misses by. */
export function everyPlaceFor(catalogue: Catalogue, project: Project, limits: PlaceLimits) {
  const { places, leftOut } = placesFor(catalogue, project.need, limits)
  const keys = new Set(places.map(({ key }) => key))
  return { places: [...places, ...catalogue.singles.filter(({ key }) => !keys.has(key))], leftOut }
}

export const worstStanding = (checks: readonly Check[]): Standing =>
  checks.some(({ standing }) => standing === 'fail')
    ? 'fail'
    : checks.some(({ standing }) => standing === 'unknown')
      ? 'unknown'
      : 'pass'
