import { Type } from 'typebox'
import { checkStages, type LandRule, operators, presences } from '../../engine/land-rules/rule.ts'
import { type Unit, units } from '../../engine/land-rules/units.ts'
import {
  Abilities,
  body,
  Day,
  DecimalText,
  Id,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { indicatorKeys } from '../indicators/catalogue.ts'
import { promiseStates } from './model/promise-state.ts'
import { presetKeys } from './presets.ts'

export const CheckStageKey = oneOf(checkStages)
const UnitKey = oneOf(Object.keys(units) as Unit[])
const IndicatorKey = oneOf(indicatorKeys)
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Source = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Text = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })
/** C, C34, 3411 or C34–C36. */
const IndustryCode = Type.String({
  pattern: '^[A-T]?\\d{0,4}([-–][A-T]?\\d{1,4})?$',
  minLength: 1,
  maxLength: 11,
})
const codes = Type.Array(IndustryCode, { maxItems: 200, uniqueItems: true })

export const ruleKinds = [
  'indicator',
  'industry',
  'enterprise',
  'statement',
] as const satisfies readonly LandRule['kind'][]

/** Which of these a rule has goes by its kind: engine/land-rules/rule.ts has the shapes. Without an id it is new. */
const AnyRule = body({
  id: Type.Optional(Id),
  kind: oneOf(ruleKinds),
  checkStage: CheckStageKey,
  source: Source,
  indicator: Type.Optional(IndicatorKey),
  operator: Type.Optional(oneOf(operators)),
  value: Type.Optional(DecimalText),
  upTo: Type.Optional(DecimalText),
  unit: Type.Optional(UnitKey),
  allow: Type.Optional(codes),
  forbid: Type.Optional(codes),
  presence: Type.Optional(oneOf(presences)),
  text: Type.Optional(Text),
})
export type RuleInput = Static<typeof AnyRule>
/** A rule as it is kept. */
const Rule = Type.Unsafe<LandRule>(
  Type.Object({ id: Type.String(), kind: oneOf(ruleKinds) }, { additionalProperties: true }),
)

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const SetParcel = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  name: nullable(Type.String()),
})
/** Rules that nobody can keep together; `why` says in what they disagree. */
const Contradiction = Type.Object({
  why: oneOf(['bounds', 'units', 'industry'] as const),
  ruleIds: Type.Array(Type.String()),
  /** Of other sets that bind the same parcels. */
  setNames: Type.Array(Type.String()),
})
/** The rules under which a parcel, or every parcel, is supplied. */
export const RuleSet = Type.Object({
  id: Id,
  name: Type.String(),
  preset: nullable(oneOf(presetKeys)),
  everywhere: Type.Boolean(),
  rules: Type.Array(Rule),
  source: Type.String(),
  parcels: Type.Array(SetParcel),
  contradictions: Type.Array(Contradiction),
  revision: Type.Integer(),
  abilities: Abilities,
})
const IndicatorEntry = Type.Object({
  key: Type.String(),
  words: Words,
  formula: Words,
  unit: UnitKey,
  better: oneOf(['more', 'less', 'between'] as const),
  digits: Type.Integer(),
  units: Type.Array(UnitKey),
})
const PresetSet = Type.Object({
  key: oneOf(presetKeys),
  name: Words,
  source: Words,
  rules: Type.Array(Rule),
})
export const RuleSets = Type.Object({
  items: Type.Array(RuleSet),
  total: Type.Integer(),
  presets: Type.Array(PresetSet),
  indicators: Type.Array(IndicatorEntry),
  abilities: Abilities,
})
const setParts = {
  name: Name,
  everywhere: Type.Boolean(),
  rules: Type.Array(AnyRule, { maxItems: 60 }),
  source: Source,
  parcelIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
}
export const RuleSetInput = body({ ...setParts, preset: optional(oneOf(presetKeys)) })
export const RuleSetPatch = body({ revision: Type.Integer(), ...setParts })

/** What a figure was taken from. */
const OfferSource = Type.Object({
  by: oneOf(['promise', 'ledger', 'milestone', 'confirmation'] as const),
  /** Ledger fields that it was divided from, or the milestone. */
  fields: Type.Array(Type.String()),
  /** How it was computed, with the numbers: 6,750 ÷ 14.1105. */
  top: nullable(Type.String()),
  bottom: nullable(Type.String()),
  /** Written by whoever promised or confirmed it. */
  note: nullable(Type.String()),
  person: nullable(Type.String()),
  at: nullable(Timestamp),
})
const decided = {
  id: Id,
  reason: Type.String(),
  paperId: Id,
  paper: Type.String(),
  decidedBy: Type.String(),
  decidedAt: Timestamp,
  offered: nullable(Type.String()),
}
const Exemption = Type.Object({
  ...decided,
  /** The rule, or what was offered against it, is no longer what was decided upon. */
  isOutdated: Type.Boolean(),
})
export const verdicts = ['pass', 'fail', 'unknown', 'exempt'] as const
/** One rule held against one project. */
export const CheckedRule = Type.Object({
  setId: Id,
  setName: Type.String(),
  setRevision: Type.Integer(),
  rule: Rule,
  verdict: oneOf(verdicts),
  /** In the rule's unit. */
  offered: nullable(Type.String()),
  margin: nullable(Type.String()),
  offer: nullable(OfferSource),
  exemption: nullable(Exemption),
})
export const conclusions = ['none', 'conforms', 'excepted', 'conflicts'] as const
const FairReview = Type.Object({
  id: Id,
  conclusion: oneOf(conclusions),
  basis: Type.String(),
  reviewedOn: Day,
  paperId: Id,
  paper: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Timestamp,
})
export const PromiseEntry = Type.Object({
  id: Id,
  indicator: Type.String(),
  value: Type.String(),
  unit: UnitKey,
  checkStage: CheckStageKey,
  dueOn: nullable(Day),
  source: Type.String(),
  promisedBy: Type.String(),
  promisedAt: Timestamp,
  revision: Type.Integer(),
})
/** A promise with what came of it by a day. */
export const KeptPromise = Type.Object({
  ...PromiseEntry.properties,
  projectId: Id,
  projectName: Type.String(),
  corpsId: nullable(Id),
  state: oneOf(promiseStates),
  /** In the promise's unit; `margin` below nought is what is missing. */
  actual: nullable(Type.String()),
  margin: nullable(Type.String()),
  lateDays: Type.Integer(),
  /** Ledger fields that the actual was computed of; none: somebody measured it. */
  actualFields: Type.Array(Type.String()),
  measured: nullable(
    Type.Object({ on: Day, source: Type.String(), paper: nullable(Type.String()), person: Type.String() }),
  ),
})
export const PromiseCounts = Type.Object({
  late: Type.Integer(),
  short: Type.Integer(),
  due: Type.Integer(),
  running: Type.Integer(),
  kept: Type.Integer(),
})
export const PromiseQuery = body({
  state: Type.Optional(oneOf(promiseStates)),
  /** A corps' id, or `none`. */
  corps: Type.Optional(Type.String({ pattern: '^(none|[0-9a-f-]{36})$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
})
export const PromiseList = Type.Object({
  day: Day,
  counts: PromiseCounts,
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), counts: PromiseCounts })),
  items: Type.Array(KeptPromise),
  total: Type.Integer(),
})
export const ActualInput = body({
  value: DecimalText,
  unit: UnitKey,
  measuredOn: Day,
  source: Source,
  paperId: optional(Id),
})

const CheckedParcel = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  name: nullable(Type.String()),
  areaM2: Type.String(),
})
/** All rules that bind the parcels a project names, and what it offers. */
export const Preconditions = Type.Object({
  parcels: Type.Array(CheckedParcel),
  /** What the ledger names that is no parcel of the zone. */
  unknownParcels: Type.Array(Type.String()),
  rows: Type.Array(CheckedRule),
  /** Exemptions of rules that bind it no more, or that others stand before: none is ever lost from sight. */
  formerExemptions: Type.Array(Type.Object({ ...decided, rule: Rule })),
  contradictions: Type.Array(Contradiction),
  /** Rules that keep it from being supplied. */
  blocking: Type.Integer(),
  /** The zone has conditions for parcels by name, and the line names none, or one that is none. */
  mustNameParcel: Type.Boolean(),
  industryCode: nullable(Type.String()),
  promises: Type.Array(KeptPromise),
  /** The newest first: by the first of them it may be signed or not. */
  reviews: Type.Array(FairReview),
  maySign: Type.Boolean(),
  indicators: Type.Array(IndicatorEntry),
  abilities: Abilities,
})

export const PromiseInput = body({
  /** Null: it is new. */
  revision: nullable(Type.Integer()),
  value: DecimalText,
  unit: UnitKey,
  checkStage: CheckStageKey,
  dueOn: optional(Day),
  source: Source,
})
export const PromiseParams = Type.Object({ id: Id, indicator: IndicatorKey })
/** `rule` as read, so that nobody answers another question than the one asked. */
export const ConfirmationInput = body({
  setId: Id,
  ruleId: Type.String({ maxLength: 40 }),
  setRevision: Type.Integer(),
  holds: Type.Boolean(),
  note: optional(Text),
})
export const ExemptionInput = body({
  setId: Id,
  ruleId: Type.String({ maxLength: 40 }),
  setRevision: Type.Integer(),
  reason: Text,
  paperId: Id,
})
export const FairReviewInput = body({
  conclusion: oneOf(conclusions),
  basis: Text,
  reviewedOn: Day,
  paperId: Id,
})

export type RuleSet = Static<typeof RuleSet>
export type RuleSets = Static<typeof RuleSets>
export type RuleSetInput = Static<typeof RuleSetInput>
export type RuleSetPatch = Static<typeof RuleSetPatch>
export type CheckedRule = Static<typeof CheckedRule>
export type OfferSource = Static<typeof OfferSource>
export type Preconditions = Static<typeof Preconditions>
export type PromiseEntry = Static<typeof PromiseEntry>
export type KeptPromise = Static<typeof KeptPromise>
export type PromiseCounts = Static<typeof PromiseCounts>
export type PromiseQuery = Static<typeof PromiseQuery>
export type PromiseList = Static<typeof PromiseList>
export type ActualInput = Static<typeof ActualInput>
export type PromiseInput = Static<typeof PromiseInput>
export type ConfirmationInput = Static<typeof ConfirmationInput>
export type ExemptionInput = Static<typeof ExemptionInput>
export type FairReview = Static<typeof FairReview>
export type FairReviewInput = Static<typeof FairReviewInput>
