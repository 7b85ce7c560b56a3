import { Type } from 'typebox'
import {
  Abilities,
  body,
  Id,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { whenPattern } from '../../shared/when.ts'
import { milestoneKinds, stages, standings } from '../projects/stages.ts'

export const MilestoneKey = oneOf(milestoneKinds)
export const StageKey = oneOf(stages)
export const formats = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd'] as const
export type Format = (typeof formats)[number]
const PaperKind = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })
const Note = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })

/** A milestone that must have happened, with one of these kinds of paper; none named: the date alone. */
export const Need = body({
  milestone: MilestoneKey,
  papers: Type.Array(PaperKind, { maxItems: 12 }),
})
const ruleParts = {
  needs: Type.Array(Need, { maxItems: 12 }),
  /** Somebody other than the author must have looked at each milestone. */
  verified: Type.Boolean(),
  source: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
}
/** What a stage needs. Revision 0: the preset, as the zone has not edited it. */
export const StageRule = Type.Object({
  stage: StageKey,
  ...ruleParts,
  revision: Type.Integer(),
  isPreset: Type.Boolean(),
  abilities: Abilities,
})
export const StageRules = Type.Object({ items: Type.Array(StageRule), total: Type.Integer() })
export const StageRuleInput = body({ revision: Type.Integer({ minimum: 0 }), ...ruleParts })
export const StageParams = Type.Object({ stage: StageKey })

export const reasonedStandings = ['onHold', 'lost', 'rescinded'] as const
export const ReasonedStanding = oneOf(reasonedStandings)
export const Reason = body({
  zh: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  en: optional(Type.String({ minLength: 1, maxLength: 100 })),
})
export const ReasonList = Type.Object({
  standing: ReasonedStanding,
  reasons: Type.Array(Reason),
  isPreset: Type.Boolean(),
})
export const ReasonLists = Type.Object({ items: Type.Array(ReasonList), total: Type.Integer() })
/** `from`: the reasons as seen, so that nobody overwrites another's list. */
export const ReasonsInput = body({
  from: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 }),
  reasons: Type.Array(Reason, { minItems: 1, maxItems: 60 }),
})
export const StandingParams = Type.Object({ standing: ReasonedStanding })

/** One thing that keeps a project from a stage. */
export const Missing = Type.Object({
  what: oneOf(['date', 'future', 'paper', 'verification'] as const),
  milestone: MilestoneKey,
  /** Of a date to come. */
  on: nullable(Type.String()),
  /** Any one of these kinds. */
  papers: Type.Array(Type.String()),
})
export const NeedState = Type.Object({
  milestone: MilestoneKey,
  actual: nullable(Type.String()),
  isDone: Type.Boolean(),
  papers: Type.Array(Type.String()),
  hasPaper: Type.Boolean(),
  /** Null where the stage asks for no verification. */
  isVerified: nullable(Type.Boolean()),
})
export const StageState = Type.Object({
  stage: StageKey,
  needs: Type.Array(NeedState),
  missing: Type.Array(Missing),
  source: Type.String(),
  /** It was entered with its evidence. */
  isProven: Type.Boolean(),
})

export const Paper = Type.Object({
  id: Id,
  milestone: MilestoneKey,
  kind: Type.String(),
  fileName: Type.String(),
  fileSize: Type.Integer(),
  fileHash: Type.String(),
  format: oneOf(formats),
  addedBy: Type.String(),
  addedAt: Timestamp,
  abilities: Abilities,
})
export const PaperParams = Type.Object({ id: Id, paperId: Id })
export const MilestoneParams = Type.Object({ id: Id, milestone: MilestoneKey })
/** What the verifier saw: a date or paper that is another by now is not verified. */
export const VerificationInput = body({
  actual: Type.String({ pattern: whenPattern }),
  paperIds: Type.Array(Id, { maxItems: 200 }),
})
/** `ability` says whether this person may verify; if not, `refusal` why. */
export const MilestoneProof = Type.Object({
  milestone: MilestoneKey,
  actual: nullable(Type.String()),
  author: nullable(Type.String()),
  verifiedBy: nullable(Type.String()),
  verifiedAt: nullable(Timestamp),
  /** It spoke of another date, or a paper has come since. */
  isOutdated: Type.Boolean(),
  mayVerify: Type.Boolean(),
  refusal: nullable(Type.String()),
})

export const entryKinds = ['forward', 'confirm', 'back', 'leap'] as const
export const StageEntry = Type.Object({
  id: Id,
  fromStage: StageKey,
  stage: StageKey,
  kind: oneOf(entryKinds),
  isProven: Type.Boolean(),
  reason: nullable(Type.String()),
  enteredBy: Type.String(),
  enteredAt: Timestamp,
})
export const StandingChange = Type.Object({
  id: Id,
  fromStanding: Type.String(),
  standing: Type.String(),
  reason: nullable(Reason),
  note: nullable(Type.String()),
  changedBy: Type.String(),
  changedAt: Timestamp,
})

/** All about a project's stages and what proves them. */
export const Evidence = Type.Object({
  stage: StageKey,
  standing: oneOf(standings),
  isProven: Type.Boolean(),
  next: nullable(StageKey),
  stages: Type.Array(StageState),
  proofs: Type.Array(MilestoneProof),
  papers: Type.Array(Paper),
  entries: Type.Array(StageEntry),
  standingChanges: Type.Array(StandingChange),
  reasons: Type.Array(ReasonList),
  /** Megabytes that a paper may have. */
  paperMegabytes: Type.Integer(),
  abilities: Abilities,
})

/** `from` is the stage as seen. A stage other than the next one needs a reason. */
export const StageInput = body({ from: StageKey, to: StageKey, reason: optional(Note) })
/** `reason` is one of the zone's list, as written there. */
export const StandingInput = body({
  from: oneOf(standings),
  to: oneOf(['ongoing', ...reasonedStandings] as const),
  reason: optional(Type.String({ maxLength: 60 })),
  note: optional(Note),
})

export type Need = Static<typeof Need>
export type StageRule = Static<typeof StageRule>
export type StageRuleInput = Static<typeof StageRuleInput>
export type Reason = Static<typeof Reason>
export type ReasonList = Static<typeof ReasonList>
export type ReasonedStanding = (typeof reasonedStandings)[number]
export type Missing = Static<typeof Missing>
export type NeedState = Static<typeof NeedState>
export type StageState = Static<typeof StageState>
export type Paper = Static<typeof Paper>
export type MilestoneProof = Static<typeof MilestoneProof>
export type StageEntry = Static<typeof StageEntry>
export type StandingChange = Static<typeof StandingChange>
export type Evidence = Static<typeof Evidence>
export type StageInput = Static<typeof StageInput>
export type StandingInput = Static<typeof StandingInput>
export type VerificationInput = Static<typeof VerificationInput>
