import { breachesOf } from './check-plan.ts'
import type { Problem } from './problem.ts'
import type { makeRelaxed, Relaxed } from './relaxed.ts'

/** A column of this weight is in, but for rounding. */
export const settled = 0.999
const unmetTolerance = 1e-6
/**
 * `nearlyIn`: a weight that decides. `share`: of the columns in doubt so many are decided between two solves, the surest
 * first. `refills`: others may come in for those that lost their place.
 */
export type Dive = { nearlyIn: number; share: number; refills: boolean }
/** None of them is always the best; each is a fraction of a whole solve. */
export const dives: readonly Dive[] = [
  { nearlyIn: 0.8, share: 0.15, refills: false },
  { nearlyIn: 0.8, share: 0.15, refills: true },
  { nearlyIn: 0.9, share: 0.05, refills: true },
]

/**
 * A plan out of fractions: the columns that are nearly in are put in whole, what that changes is solved again, until
 * none is in doubt. Null if it comes to nothing.
 */
export function dive(
  problem: Problem,
  relaxation: ReturnType<typeof makeRelaxed>,
  refill: (relaxed: Relaxed) => boolean,
  { nearlyIn, share, refills }: Dive,
): number[] | null {
  const fixed = new Set<number>()
  for (;;) {
    const relaxed = relaxation.solveOrNull()
    if (!relaxed || relaxed.unmet > unmetTolerance) return null
    if (refills && refill(relaxed)) continue
    const open = [...relaxed.weights]
      .filter(([column]) => !fixed.has(column))
      .sort(([a, first], [b, second]) => second - first || a - b)
    const inDoubt = open.filter(([, weight]) => weight < settled)
    if (inDoubt.length === 0) {
      const chosen = [...relaxed.weights.keys()].sort((a, b) => a - b)
      return breachesOf(problem, chosen).length === 0 ? chosen : null
    }
    const least = Math.max(1, Math.ceil(inDoubt.length * share))
    let decided = 0
    for (const [column, weight] of open) {
      if (weight < nearlyIn && decided >= least) break
      if (!canJoin(problem, fixed, column)) {
        relaxation.fix(column, 0)
        if (weight < settled) decided++
        continue
      }
      fixed.add(column)
      relaxation.fix(column, 1)
      if (weight < settled) decided++
    }
  }
}

function canJoin(problem: Problem, fixed: ReadonlySet<number>, column: number): boolean {
  return breachesOf(problem, [...fixed, column]).every(({ kind }) => kind === 'least' || kind === 'unplaced')
}
