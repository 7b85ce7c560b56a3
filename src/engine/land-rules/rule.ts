import type { Decimal } from '../../shared/decimal.ts'
import type { Quantity, Unit } from './units.ts'

/** When what was offered is held against what came of it. */
export const checkStages = ['landSupplied', 'completed', 'fullCapacity'] as const
export type CheckStage = (typeof checkStages)[number]

export const operators = ['atLeast', 'atMost', 'between'] as const
export type Operator = (typeof operators)[number]

export const presences = ['registered', 'taxed', 'counted'] as const
/** Where an enterprise is registered, pays its taxes and is counted by the statistics: here, or it is supplied nothing. */
export type Presence = (typeof presences)[number]

type Common = { id: string; checkStage: CheckStage; source: string }
/** `upTo` with `between` alone; both bounds belong to what is allowed. */
export type IndicatorRule = Common & {
  kind: 'indicator'
  indicator: string
  operator: Operator
  value: Decimal
  upTo?: Decimal | undefined
  unit: Unit
}
/** Codes of GB/T 4754, of any level. Nothing allowed: whatever is not forbidden is. */
export type IndustryRule = Common & { kind: 'industry'; allow: readonly string[]; forbid: readonly string[] }
export type EnterpriseRule = Common & { kind: 'enterprise'; presence: Presence }
/** In words: a named person says whether it holds. */
export type StatementRule = Common & { kind: 'statement'; text: string }
export type LandRule = IndicatorRule | IndustryRule | EnterpriseRule | StatementRule

/** What a project brings to a place, as far as it is known. */
export type Offer = {
  figures: ReadonlyMap<string, Quantity>
  industry: string | null
  /** What a person, or a dated event, says of a rule: by the rule’s id. */
  answers: ReadonlyMap<string, boolean>
}
/** The narrowest industries that a code, or a range of codes, holds: what is wider is judged by all of them. */
export type Leaves = (named: string) => ReadonlySet<string>

/** What is missing is unknown, never passed. */
export type Verdict = 'pass' | 'fail' | 'unknown'
/** `margin`: how much is to spare in the rule’s unit; below nought, how much is missing. */
export type Judged = { verdict: Verdict; offered: Decimal | null; margin: Decimal | null }
