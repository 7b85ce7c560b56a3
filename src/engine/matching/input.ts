import type { PlaceLimits } from './catalogue-limits.ts'
import type { Criterion } from './criterion.ts'
import type { Quota } from './problem.ts'
import type { Project } from './project.ts'
import type { Rule } from './rule.ts'
import type { Space } from './space.ts'

/** Everything a plan is made of: plain values, so that it can go to a thread and be kept with its answer. */
export type MatchInput = {
  projects: readonly Project[]
  spaces: readonly Space[]
  rules: readonly Rule[]
  criteria: readonly Criterion[]
  quotas: readonly Quota[]
  /** Places of which something is unknown are planned with, too; they are left out otherwise. */
  acceptUnknown: boolean
  limits?: PlaceLimits
}
