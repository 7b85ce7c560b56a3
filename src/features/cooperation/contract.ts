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

export const contests = ['unseen', 'late', 'ledger', 'decided'] as const
export const outcomes = ['first', 'later', 'contested'] as const
export const agreementKinds = ['transfer', 'joint'] as const
export const agreementStates = [
  'proposed',
  'agreed',
  'done',
  'refused',
  'withdrawn',
  'stopped',
  'replaced',
  'takenBack',
] as const

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Reason = Text(500)
/** Up to two places; whether it is too little or too much is said with the sum. */
export const Percent = Type.String({ pattern: '^-?\\d{1,6}(\\.\\d{1,6})?$' })

/** A unit says that it spoke first. Unit and project are called as they were then. */
export const FirstContact = Type.Object({
  id: Id,
  /** Null for a project that this person may not know of: then it is called as they called it. */
  projectId: nullable(Id),
  projectName: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  called: Type.String(),
  investor: nullable(Type.String()),
  contactOn: Day,
  note: Type.String(),
  explanation: nullable(Type.String()),
  contested: nullable(oneOf(contests)),
  /** Contested, and nobody has decided since. */
  isOpen: Type.Boolean(),
  registeredBy: Type.String(),
  registeredAt: Timestamp,
})
export const FirstContactDecision = Type.Object({
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  reason: Type.String(),
  decidedBy: Type.String(),
  decidedAt: Timestamp,
})

/** Who holds a project's first contact, and by what. */
export const Settled = Type.Object({
  unitId: Id,
  unitName: Type.String(),
  by: oneOf(['rule', 'decision'] as const),
  /** The registration that it rests on; none if a decision names a unit that registered none. */
  firstContactId: nullable(Id),
})
export const ProjectFirstContact = Type.Object({
  holder: nullable(Settled),
  /** Who would hold it by days alone: what a director sees before deciding. */
  byRule: nullable(Settled),
  registrations: Type.Array(FirstContact),
  decisions: Type.Array(FirstContactDecision),
  /** What the ledger says, which others may write by hand. */
  ledgerUnit: nullable(Type.String()),
})

export const Share = Type.Object({
  unitId: nullable(Id),
  unitName: Type.String(),
  percent: Type.String(),
})
/** One that has to agree. No unit: the place outside, for which the zone speaks. */
export const Side = Type.Object({
  unitId: nullable(Id),
  unitName: Type.String(),
  agreedAt: nullable(Timestamp),
  agreedBy: nullable(Type.String()),
  onBehalf: Type.Boolean(),
  /** This person may agree or refuse for it now. */
  mayAnswer: Type.Boolean(),
})
export const Step = Type.Object({
  id: Id,
  kind: oneOf(agreementStates),
  unitName: nullable(Type.String()),
  onBehalf: Type.Boolean(),
  note: nullable(Type.String()),
  takenBy: Type.String(),
  takenAt: Timestamp,
})
export const Agreement = Type.Object({
  id: Id,
  projectId: Id,
  projectName: Type.String(),
  kind: oneOf(agreementKinds),
  fromUnitId: Id,
  fromName: Type.String(),
  toUnitId: nullable(Id),
  toName: nullable(Type.String()),
  effectiveOn: Day,
  reason: Type.String(),
  officer: nullable(Type.String()),
  state: oneOf(agreementStates),
  proposedBy: Type.String(),
  proposedAt: Timestamp,
  shares: Type.Array(Share),
  sides: Type.Array(Side),
  steps: Type.Array(Step),
  /** `agree` and `refuse` for a side of one's own, `withdraw`, `takeBack`. */
  abilities: Abilities,
})

export const ProjectCooperation = Type.Object({
  today: Day,
  firstContact: ProjectFirstContact,
  /** The newest first; the one in force is `done`. */
  agreements: Type.Array(Agreement),
  /** From whom a transfer would go: the project's corps, or who holds its first contact. */
  from: nullable(Type.Object({ unitId: Id, unitName: Type.String() })),
  /** Days back that a registration needs no explanation for. */
  lateAfterDays: Type.Integer(),
  /** `register`, `decide`, `propose`. */
  abilities: Abilities,
  /** The units for which this person may register; empty for whoever may for all. */
  ownUnitIds: Type.Array(Id),
})

/** Of a project known, or of one by its name and investor. */
export const FirstContactInput = body({
  projectId: optional(Id),
  projectName: optional(Text(300)),
  investor: optional(Text(300)),
  unitId: Id,
  contactOn: Day,
  note: Reason,
  explanation: optional(Reason),
})
/** All that is said of a project that the person may not know of: that another was there before, and since when. */
export const Registered = Type.Object({
  id: Id,
  outcome: oneOf(outcomes),
  projectId: nullable(Id),
  /** The day on which another unit's registration was recorded. */
  registeredOn: nullable(Day),
  message: Type.String(),
})
export const FirstContactQuery = body({
  show: Type.Optional(oneOf(['disputed', 'own'] as const)),
})
/** A registration with the project as the ledger has it, for those who decide. */
export const FirstContactList = Type.Object({
  items: Type.Array(
    Type.Object({
      ...FirstContact.properties,
      /** Who holds it now, where the project is one that this person may know of. */
      holder: nullable(Type.String()),
    }),
  ),
  total: Type.Integer(),
  lateAfterDays: Type.Integer(),
  abilities: Abilities,
  ownUnitIds: Type.Array(Id),
})
export const DecisionInput = body({ unitId: Id, reason: Reason })
/** The registration was of another project than the one it was taken for. */
export const SeparateInput = body({ reason: Reason })

export const ShareInput = body({ unitId: nullable(Id), percent: Percent })
export const AgreementInput = body({
  kind: oneOf(agreementKinds),
  /** A unit of the zone, or a place outside of it by name. */
  toUnitId: optional(Id),
  destination: optional(Text(100)),
  effectiveOn: optional(Day),
  reason: Reason,
  shares: Type.Array(ShareInput, { maxItems: 20 }),
})
export const AgreeInput = body({ unitId: nullable(Id), note: optional(Reason), officer: optional(Text(100)) })
export const RefuseInput = body({ unitId: nullable(Id), note: Reason })
export const NoteInput = body({ note: Reason })
/** `waiting` and `raised` are `me`: what waits for this person, and what they proposed. */
export const AgreementQuery = body({
  waiting: Type.Optional(oneOf(['me'] as const)),
  raised: Type.Optional(oneOf(['me'] as const)),
  show: Type.Optional(oneOf(['underWay', 'done'] as const)),
})
export const AgreementList = listOf(Agreement)

export type FirstContact = Static<typeof FirstContact>
export type FirstContactDecision = Static<typeof FirstContactDecision>
export type Settled = Static<typeof Settled>
export type ProjectFirstContact = Static<typeof ProjectFirstContact>
export type FirstContactInput = Static<typeof FirstContactInput>
export type FirstContactList = Static<typeof FirstContactList>
export type Registered = Static<typeof Registered>
export type Contest = (typeof contests)[number]
export type Outcome = (typeof outcomes)[number]
export type AgreementKind = (typeof agreementKinds)[number]
export type AgreementState = (typeof agreementStates)[number]
export type Share = Static<typeof Share>
export type Side = Static<typeof Side>
export type Step = Static<typeof Step>
export type Agreement = Static<typeof Agreement>
export type AgreementInput = Static<typeof AgreementInput>
export type AgreementList = Static<typeof AgreementList>
export type AgreementQuery = Static<typeof AgreementQuery>
export type AgreeInput = Static<typeof AgreeInput>
export type ProjectCooperation = Static<typeof ProjectCooperation>
