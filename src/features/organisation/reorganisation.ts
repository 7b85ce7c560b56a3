import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  DecimalText,
  Id,
  listOf,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { GoalOfUnit } from '../goals/contract.ts'
import { measureKeys } from '../goals/measures.ts'
import { Territory } from '../territories/contract.ts'
import { Role, Unit, UnitKind } from './contract.ts'

const UnitName = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const Ids = Type.Array(Id, { maxItems: 20_000 })
/** All that is there, or those named. */
const Some = Type.Union([Type.Literal('all'), Ids])
const Leave = Type.Literal('leave')

export const Step = Type.Union([
  body({ kind: Type.Literal('rename'), unitId: Id, name: UnitName }),
  body({
    kind: Type.Literal('open'),
    /** Of the new unit, so that later steps can name it. */
    unitId: Id,
    unitKind: UnitKind,
    name: UnitName,
    parentId: nullable(Id),
  }),
  body({ kind: Type.Literal('move'), unitId: Id, parentId: Id }),
  body({
    kind: Type.Literal('hand_over'),
    fromId: Id,
    /** `leave`: it leaves the zone; posts end. */
    toId: Type.Union([Id, Leave]),
    members: Some,
    projects: Some,
    territories: Type.Optional(Some),
  }),
  body({
    kind: Type.Literal('split'),
    unitId: Id,
    parts: Type.Array(
      body({
        unitId: Id,
        name: UnitName,
        groupIds: Ids,
        memberIds: Ids,
        projectIds: Ids,
        territoryIds: Type.Optional(Ids),
      }),
      { minItems: 2, maxItems: 20 },
    ),
    /** The part that takes all that no part names. Goals cannot be divided: they end. */
    restTo: Id,
  }),
  body({
    kind: Type.Literal('merge'),
    unitIds: Type.Array(Id, { minItems: 2, maxItems: 20 }),
    /** One of them, or a new unit. */
    intoId: Id,
    name: optional(UnitName),
  }),
  body({
    kind: Type.Literal('close'),
    unitId: Id,
    posts: nullable(Type.Union([Type.Literal('end'), Id])),
    projects: nullable(Type.Union([Leave, Id])),
    groups: nullable(Type.Union([Type.Literal('close'), Id])),
    territories: optional(Type.Union([Leave, Id])),
    /** Goals end with their unit unless another takes them. */
    goals: optional(Type.Union([Type.Literal('end'), Id])),
  }),
  /** Takes back what an earlier act did. */
  body({ kind: Type.Literal('reverse'), reorganisationId: Id }),
])

export const statuses = ['draft', 'confirmed', 'done', 'undone', 'stopped'] as const
export const verbs = ['update', 'remove', 'confirm', 'undo', 'reverse'] as const

/** An act that changes the organisation at the start of a day. */
export const Reorganisation = Type.Object({
  id: Id,
  title: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  effectiveOn: Day,
  status: oneOf(statuses),
  /** The steps in words, in the reader's language. */
  lines: Type.Array(Type.String()),
  createdBy: Type.String(),
  createdAt: Timestamp,
  confirmedBy: nullable(Type.String()),
  confirmedAt: nullable(Timestamp),
  carriedAt: nullable(Timestamp),
  undoneBy: nullable(Type.String()),
  undoneAt: nullable(Timestamp),
  stoppedBecause: nullable(Type.String()),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const ReorganisationList = listOf(Reorganisation)
export const ReorganisationDetail = Type.Object({
  ...Reorganisation.properties,
  steps: Type.Array(Step),
})
export const ReorganisationInput = body({
  title: Reorganisation.properties.title,
  effectiveOn: Day,
  steps: Type.Array(Step, { minItems: 1, maxItems: 100 }),
})
export const ReorganisationPatch = body({ ...ReorganisationInput.properties, revision: Type.Integer() })
export const AtRevision = body({ revision: Type.Integer() })
export const ReversalInput = body({ title: Reorganisation.properties.title, effectiveOn: Day })

/** Exactly what an act would do or did; names as they stand after it. Projects: null for those who may not read them. */
export const Preview = Type.Object({
  faults: Type.Array(
    Type.Object({ step: nullable(Type.Integer()), message: Type.String(), rows: Type.Array(Type.String()) }),
  ),
  /** What an act taken back leaves as it is, because it has changed since. */
  left: Type.Integer(),
  counts: Type.Object({
    units: Type.Integer(),
    posts: Type.Integer(),
    projects: Type.Integer(),
    territories: Type.Integer(),
    goals: Type.Integer(),
  }),
  units: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      what: oneOf(['open', 'rename', 'place', 'close', 'reopen'] as const),
      from: nullable(Type.String()),
      to: nullable(Type.String()),
    }),
  ),
  posts: Type.Array(
    Type.Object({
      id: Id,
      member: Type.String(),
      role: Role,
      from: nullable(Type.String()),
      to: nullable(Type.String()),
    }),
  ),
  projects: nullable(
    Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        from: nullable(Type.String()),
        to: nullable(Type.String()),
        leaves: Type.Boolean(),
      }),
    ),
  ),
  territories: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      from: nullable(Type.String()),
      to: nullable(Type.String()),
    }),
  ),
  /** Each goal that ends or begins, with its value. */
  goals: Type.Array(
    Type.Object({
      id: Id,
      unit: Type.String(),
      measure: oneOf(measureKeys),
      period: Type.String(),
      value: DecimalText,
      what: oneOf(['ends', 'begins'] as const),
    }),
  ),
})

export const OnDay = body({ on: Type.Optional(Day) })
/** The units of a day, each with the people in office and, for those who see the whole ledger, its projects. */
export const OrganisationOn = Type.Object({
  on: Day,
  today: Day,
  items: Type.Array(
    Type.Object({
      ...Unit.properties,
      people: Type.Integer(),
      projects: nullable(Type.Integer()),
      territories: Type.Integer(),
    }),
  ),
  total: Type.Integer(),
  withoutCorps: nullable(Type.Integer()),
})
/** What a unit holds on a day: the rows behind its counts. */
export const Holdings = Type.Object({
  unit: Unit,
  posts: Type.Array(
    Type.Object({
      id: Id,
      memberId: Id,
      member: Type.String(),
      role: Role,
      fromOn: Day,
      toOn: nullable(Day),
    }),
  ),
  projects: nullable(Type.Array(Type.Object({ id: Id, name: Type.String() }))),
  territories: Type.Array(Territory),
  /** Null for those who do not read goals. */
  goals: nullable(Type.Array(GoalOfUnit)),
})

export type Step = Static<typeof Step>
export type StepKind = Step['kind']
export type Status = (typeof statuses)[number]
export type Verb = (typeof verbs)[number]
export type Reorganisation = Static<typeof Reorganisation>
export type ReorganisationDetail = Static<typeof ReorganisationDetail>
export type ReorganisationInput = Static<typeof ReorganisationInput>
export type Preview = Static<typeof Preview>
export type OrganisationOn = Static<typeof OrganisationOn>
export type Holdings = Static<typeof Holdings>
