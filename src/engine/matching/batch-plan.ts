import type { Day } from '../../shared/days.ts'
import type { Binding } from './binding.ts'
import type { LeftOut } from './catalogue.ts'
import type { Marked } from './criterion.ts'
import type { Fault } from './input-faults.ts'
import type { LeftOutProject } from './left-out.ts'
import type { PlaceName } from './place.ts'
import type { Check } from './rule.ts'

export type Placed = {
  project: string
  place: PlaceName
  /** `to` is the first day the place is free again; null: it stays. */
  from: Day
  to: Day | null
  score: number
  value: number
  /** It was reserved before; rules and scores could not move it. */
  isFixed: boolean
  /** What does not pass: of a reserved place whatever it breaks, else unknown figures that were accepted. */
  checks: Check[]
  marks: Marked[]
}
export type Summary = { value: number; placed: { project: string; place: PlaceName; value: number }[] }
export type BatchPlan = {
  ok: true
  placed: Placed[]
  value: number
  /** No plan over all columns is worth more. */
  bound: number
  /** (bound − value) ÷ bound. */
  gap: number
  /** The gap asked for was reached. */
  isProven: boolean
  /** Why it was not. */
  stopped: 'nodes' | 'time' | 'columns' | null
  /** Best first, one after another: the yardstick. `unmet`: quotas whose least it misses. */
  greedy: Summary & { unmet: string[] }
  binding: Binding
  leftOut: LeftOutProject[]
  /** What limits of places left out: the bound tells nothing of these. */
  notLookedAt: LeftOut & { places: number }
  counts: { columns: number; generated: number; rounds: number; kept: number }
}
/** Quotas and reserved places that cannot hold together. */
export type ConflictPart =
  | { kind: 'quota'; quota: string; side: 'most' | 'least' }
  | { kind: 'reservation'; project: string }
export type BatchAnswer =
  | BatchPlan
  | { ok: false; reason: 'faults'; faults: Fault[] }
  /** A minimal set: without any of these there is a plan. */
  | { ok: false; reason: 'unsolvable'; conflict: ConflictPart[] }
  /** Cut short before any plan was found. */
  | { ok: false; reason: 'notFound'; stopped: 'nodes' | 'time' | 'columns' | null }
