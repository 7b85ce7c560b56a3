import type { ConflictPart } from './batch-plan.ts'
import { minimalConflict } from './minimal-conflict.ts'
import { planColumns } from './plan-columns.ts'
import type { Problem } from './problem.ts'
import type { RunOptions } from './run.ts'

/** Which quotas and reserved places exclude each other: one after another is let go, and stays so if there still is no plan. */
export async function conflictOf(problem: Problem, options: RunOptions): Promise<ConflictPart[]> {
  const parts: ConflictPart[] = [
    ...problem.projects.flatMap(({ id, isFixed }): ConflictPart[] =>
      isFixed ? [{ kind: 'reservation', project: id }] : [],
    ),
    ...problem.quotas.flatMap(({ id, most, least }): ConflictPart[] => [
      ...(most === null ? [] : [{ kind: 'quota' as const, quota: id, side: 'most' as const }]),
      ...(least === null ? [] : [{ kind: 'quota' as const, quota: id, side: 'least' as const }]),
    ]),
  ]
  const { onProgress: _, ...quiet } = options
  const isPossible = async (kept: readonly ConflictPart[]) =>
    (await planColumns(keeping(problem, kept), { ...quiet, gap: 1 })).chosen !== null
  return (await minimalConflict(parts, isPossible)) ?? []
}

function keeping(problem: Problem, kept: readonly ConflictPart[]): Problem {
  const has = (quota: string, side: 'most' | 'least') =>
    kept.some((part) => part.kind === 'quota' && part.quota === quota && part.side === side)
  const isKept = new Set(kept.flatMap((part) => (part.kind === 'reservation' ? [part.project] : [])))
  return {
    ...problem,
    projects: problem.projects.map((one) => ({ ...one, isFixed: one.isFixed && isKept.has(one.id) })),
    quotas: problem.quotas.map((quota) => ({
      ...quota,
      most: has(quota.id, 'most') ? quota.most : null,
      least: has(quota.id, 'least') ? quota.least : null,
    })),
  }
}
