import { isStage, type Phase, phaseOf } from '../../projects/phases.ts'

/** Fourteen stages counted as the five phases that the map colours. */
export function countsByPhase(stages: readonly { key: string; count: number }[]): Map<Phase, number> {
  const counts = new Map<Phase, number>()
  for (const { key, count } of stages)
    if (isStage(key)) counts.set(phaseOf(key), (counts.get(phaseOf(key)) ?? 0) + count)
  return counts
}
