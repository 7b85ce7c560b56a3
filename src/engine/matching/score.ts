import type { Criterion, Marked } from './criterion.ts'
import { measure } from './criterion-figure.ts'
import type { Place } from './place.ts'
import type { Project } from './project.ts'

export function markOf({ zero, one }: Criterion, figure: number | null | 'free'): number {
  if (figure === 'free') return 1
  if (figure === null) return 0
  return Math.min(1, Math.max(0, (figure - zero) / (one - zero)))
}

export const sumOfWeights = (criteria: readonly Criterion[]) =>
  criteria.reduce((sum, { weight }) => sum + weight, 0)

/** From 0 to 1: each criterion's mark by its weight. Without criteria all places are alike: 1. */
export function scoreOf(criteria: readonly Criterion[], project: Project, place: Place): number {
  const weights = sumOfWeights(criteria)
  if (weights === 0) return 1
  let points = 0
  for (const criterion of criteria)
    points += criterion.weight * markOf(criterion, measure(criterion, project, place).figure)
  return points / weights
}

export function marksOf(criteria: readonly Criterion[], project: Project, place: Place): Marked[] {
  const weights = sumOfWeights(criteria)
  return criteria.map((criterion) => {
    const { figure, from } = measure(criterion, project, place)
    const mark = markOf(criterion, figure)
    return {
      criterion: criterion.id,
      kind: criterion.kind,
      state: figure === 'free' ? 'free' : figure === null ? 'unknown' : 'known',
      figure: figure === 'free' ? null : figure,
      from,
      mark,
      weight: criterion.weight,
      points: weights === 0 ? 0 : (criterion.weight * mark) / weights,
    }
  })
}

/** Why one place comes after another: what each criterion adds or takes, the weightiest first. */
export type Difference = { criterion: string; points: number; better: Marked; worse: Marked }

export const differencesOf = (better: readonly Marked[], worse: readonly Marked[]): Difference[] =>
  better
    .flatMap((one): Difference[] => {
      const other = worse.find(({ criterion }) => criterion === one.criterion)
      return other
        ? [{ criterion: one.criterion, points: one.points - other.points, better: one, worse: other }]
        : []
    })
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.criterion < b.criterion ? -1 : 1))
