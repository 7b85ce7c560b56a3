import type { Figure } from './space.ts'

type Bound = {
  id: string
  /** Whose figure is looked at. */
  on: 'project' | 'place'
  /** A figure's name; of a place also `areaM2`, `readyDay`, `loadTPerM2`, `heightM`, `borderM`, `leftM2`, `kind`. */
  indicator: string
  /** The project's total is divided by the mu of the place. */
  isPerMu: boolean
  unit: string
  /** Whom it binds; null: all. A place is bound if one of its spaces is. */
  projects: readonly string[] | null
  spaces: readonly string[] | null
}
/** A limit that is not known (null) is never passed. */
export type LimitRule = Bound & { op: 'atLeast' | 'atMost'; value: number | null }
export type CodeRule = Bound & { op: 'oneOf' | 'noneOf'; values: readonly string[] }
export type Rule = LimitRule | CodeRule
export const isLimit = (rule: Rule): rule is LimitRule => rule.op === 'atLeast' || rule.op === 'atMost'

export type Standing = 'pass' | 'fail' | 'unknown'
export type Check = {
  rule: string
  standing: Standing
  required: number | readonly string[] | null
  offered: Figure
  /** How much is short or too much, above nought where it fails; null between codes or where one is not known. */
  difference: number | null
  unit: string
}
