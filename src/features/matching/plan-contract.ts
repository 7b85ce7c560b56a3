import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  Id,
  listOf,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { indicators } from '../indicators/catalogue.ts'
import { stages } from '../projects/stages.ts'
import { Check, Part, RuleWords, Weights } from './contract.ts'

export const mostProjects = 1000
/** The most one corps gets of a plan: so many projects, or so many ㎡. */
const Quota = Type.Object(
  {
    unitId: Id,
    measure: oneOf(['projects', 'areaM2'] as const),
    most: Type.Number({ minimum: 0, maximum: 1e9 }),
  },
  { additionalProperties: false },
)
/** Each value that rules of the parcels ask of this indicator, as if it were so many per cent of what it is. */
const Threshold = Type.Object(
  {
    indicator: oneOf(indicators.map(({ key }) => key)),
    percent: Type.Number({ minimum: 1, maximum: 1000 }),
  },
  { additionalProperties: false },
)
const Thresholds = Type.Array(Threshold, { maxItems: indicators.length })
/** All projects of these stages that go on, name no parcel and hold no place; or those named. */
export const PlanInput = body({
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  stages: optional(Type.Array(oneOf(stages), { maxItems: stages.length })),
  projectIds: optional(Type.Array(Id, { minItems: 1, maxItems: mostProjects })),
  weights: optional(Weights),
  /** Enough when no plan is better by more than this share. */
  gap: optional(Type.Number({ minimum: 0, maximum: 0.5 })),
  mostSeconds: optional(Type.Number({ minimum: 1, maximum: 600 })),
  /** Places of which something is not known are planned with. */
  acceptUnknown: optional(Type.Boolean()),
  quotas: optional(Type.Array(Quota, { maxItems: 100 })),
  thresholds: optional(Thresholds),
})
const Asked = Type.Object({
  stages: nullable(Type.Array(Type.String())),
  /** Told by name, in their number. */
  named: Type.Boolean(),
  projectIds: nullable(Type.Array(Id)),
  projects: Type.Integer(),
  spaces: Type.Integer(),
  weights: Type.Record(Type.String(), Type.Number()),
  gap: Type.Number(),
  mostSeconds: Type.Number(),
  acceptUnknown: Type.Boolean(),
  quotas: Type.Array(Quota),
  /** With any, the plan supposes what does not hold, and cannot be adopted. */
  thresholds: Thresholds,
})

const Who = Type.Object({ id: Id, name: Type.String(), corpsId: nullable(Id) })
const PlanPlace = Type.Object({
  kind: oneOf(['parcel', 'part', 'joined', 'room', 'rooms'] as const),
  parts: Type.Array(Part),
  areaM2: Type.Number(),
  leftM2: Type.Number(),
})
const onPlace = {
  project: Who,
  place: PlanPlace,
  /** 万元 of tax a year; by the mu of the place. */
  tax: nullable(Type.Number()),
  taxPerMu: nullable(Type.Number()),
  /** Score × tax. */
  value: Type.Number(),
}
const OnPlace = Type.Object(onPlace)
const Placed = Type.Object({
  ...onPlace,
  fromOn: Day,
  score: Type.Number(),
  /** What is not known and was accepted. */
  unknown: Type.Array(Check),
})
/** Tax of what stands on land, by the mu of the land given, and of all that was on offer. */
const Sums = Type.Object({
  placed: Type.Integer(),
  value: Type.Number(),
  tax: Type.Number(),
  taxPerMuGiven: nullable(Type.Number()),
  taxPerMuOfAll: nullable(Type.Number()),
})
const QuotaUse = { corpsId: nullable(Id), measure: oneOf(['projects', 'areaM2'] as const) }
const LeftOut = Type.Object({
  project: Who,
  reason: oneOf(['noPlace', 'taken', 'noGain', 'contended'] as const),
  /** Rules that leave no place together, none of which may be missing for that. */
  conflict: Type.Array(Type.Object({ rule: Type.String(), words: RuleWords })),
  /** The cheapest changes of rules that open a place. */
  way: nullable(Type.Object({ place: PlanPlace, changes: Type.Array(Check), isFree: Type.Boolean() })),
  /** A place that passes, and who has it. */
  contended: nullable(
    Type.Object({
      place: PlanPlace,
      by: Type.Array(Who),
      isTakenByOthers: Type.Boolean(),
      quotas: Type.Array(Type.Object({ ...QuotaUse, by: Type.Number() })),
      loss: Type.Number(),
    }),
  ),
})
export const PlanAnswer = Type.Object({
  placed: Type.Array(Placed),
  sums: Sums,
  bound: Type.Number(),
  gap: Type.Number(),
  isProven: Type.Boolean(),
  stopped: nullable(oneOf(['nodes', 'time', 'columns'] as const)),
  /** Best pair first, one after another: the yardstick. */
  greedy: Sums,
  /** The rows of the yardstick; null where a plan of the first weeks did not keep them. */
  greedyPlaced: nullable(Type.Array(OnPlace)),
  /** All the land that was on offer; null as above. */
  landM2: nullable(Type.Number()),
  binding: Type.Object({
    /** What one more of the whole space would be worth. */
    spaces: Type.Array(Type.Object({ part: Part, price: Type.Number() })),
    quotas: Type.Array(
      Type.Object({ ...QuotaUse, limit: Type.Number(), used: Type.Number(), price: Type.Number() }),
    ),
    /** Rules that keep projects off every place, and how many. */
    rules: Type.Array(Type.Object({ rule: Type.String(), words: RuleWords, projects: Type.Integer() })),
  }),
  leftOut: Type.Array(LeftOut),
  /** Combinations and places that limits left out; the bound tells nothing of them. */
  notLookedAt: Type.Integer(),
})

const head = {
  id: Id,
  name: Type.String(),
  madeBy: Type.String(),
  madeAt: Timestamp,
  adoptedBy: nullable(Type.String()),
  adoptedAt: nullable(Timestamp),
  adoptedUntil: nullable(Day),
  revision: Type.Integer(),
}
export const PlanRun = Type.Object({
  id: Id,
  name: Type.String(),
  by: Type.String(),
  state: oneOf(['running', 'done', 'failed'] as const),
  phase: oneOf(['reading', 'places', 'relaxation', 'whole', 'reasons'] as const),
  projects: nullable(Type.Integer()),
  spaces: nullable(Type.Integer()),
  bound: nullable(Type.Number()),
  best: nullable(Type.Number()),
  seconds: Type.Number(),
  mostSeconds: Type.Number(),
  /** Of one that is done. */
  planId: nullable(Id),
  /** Of one that failed: why. */
  problem: RuleWords,
  mayCancel: Type.Boolean(),
})
const ListedPlan = Type.Object({
  ...head,
  placed: Type.Integer(),
  leftOut: Type.Integer(),
  gap: Type.Number(),
})
export const PlanList = Type.Object({
  ...listOf(ListedPlan).properties,
  running: nullable(PlanRun),
  abilities: Abilities,
})
export const Plan = Type.Object({ ...head, asked: Asked, answer: PlanAnswer, abilities: Abilities })
export const AdoptInput = body({ untilOn: Day, revision: Type.Integer({ minimum: 1 }) })

export type PlanInput = Static<typeof PlanInput>
export type Threshold = Static<typeof Threshold>
export type PlanAsked = Static<typeof Asked>
export type PlanPlace = Static<typeof PlanPlace>
export type PlanWho = Static<typeof Who>
export type PlanSums = Static<typeof Sums>
export type ProjectOnPlace = Static<typeof OnPlace>
export type PlacedProject = Static<typeof Placed>
export type LeftOutProject = Static<typeof LeftOut>
export type PlanAnswer = Static<typeof PlanAnswer>
export type PlanRun = Static<typeof PlanRun>
export type PlanList = Static<typeof PlanList>
export type Plan = Static<typeof Plan>
export type AdoptInput = Static<typeof AdoptInput>
export type RuleCheck = Static<typeof Check>
