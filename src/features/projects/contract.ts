import { Type } from 'typebox'
import {
  Abilities,
  body,
  DecimalText,
  Id,
  listOf,
  Month,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { whenPattern } from '../../shared/when.ts'
import { type Field, fields } from './fields.ts'

/** What a field's value looks like in JSON. Absent is null, everywhere. */
const schemaOf = (field: Field) => {
  if (field.kind === 'when') return Type.String({ pattern: whenPattern })
  if (field.kind === 'choice') return oneOf((field.choices ?? []).map((choice) => choice.value))
  if (field.kind === 'corps') return Id
  if (['money', 'foreign', 'area', 'floorArea', 'perMu', 'percent'].includes(field.kind)) return DecimalText
  return Type.String({ minLength: 1, maxLength: field.kind === 'longText' ? 5000 : 300 })
}

const valueSchemas = new Map(fields.map((field) => [field, schemaOf(field)]))
export const valueSchema = (field: Field) => valueSchemas.get(field) ?? schemaOf(field)

export const FieldKey = oneOf(fields.map((field) => field.key))
export const FieldValue = nullable(Type.String({ maxLength: 5000 }))

/** A project as one line of the ledger: every field as text, exact; money 万元, foreign 万美元, areas ㎡. */
export type LedgerRow = { id: string; period: string | null; abilities: string[] } & {
  [fieldKey: string]: string | string[] | null | undefined
}
export const LedgerRow = Type.Unsafe<LedgerRow>(
  Type.Object(
    {
      id: Id,
      /** The month that the progress fields speak of. */
      period: nullable(Month),
      abilities: Abilities,
    },
    // A field without a value is left out.
    { additionalProperties: FieldValue },
  ),
)
export const LedgerPage = listOf(LedgerRow)

export const operators = ['is', 'isNot', 'contains', 'atLeast', 'atMost', 'blank', 'filled'] as const
/** `value` is a list for is / isNot (any of), one text for the others. */
export const Condition = body({
  field: FieldKey,
  op: oneOf(operators),
  value: optional(
    Type.Union([
      Type.String({ maxLength: 300 }),
      Type.Array(Type.String({ maxLength: 300 }), { maxItems: 200 }),
    ]),
  ),
})
export const Conditions = Type.Array(Condition, { maxItems: 30 })

/** Of every list, count, total and export of the ledger. `where` is JSON of Conditions; `sort` is `stage,-totalInvestment`. */
export const LedgerQuery = body({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  where: Type.Optional(Type.String({ maxLength: 20000 })),
  sort: Type.Optional(Type.String({ maxLength: 300 })),
  /** A lasso on the map, `lon,lat;lon,lat;…`: projects shown within it. */
  within: Type.Optional(Type.String({ minLength: 1, maxLength: 12_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})
export const GroupsQuery = body({ ...LedgerQuery.properties, by: FieldKey })
/** `columns` is a comma-separated list of field keys in order; `language` that of the headers. */
export const ExportQuery = body({
  ...LedgerQuery.properties,
  columns: Type.Optional(Type.String({ maxLength: 4000 })),
  language: Type.Optional(oneOf(['zh', 'en'] as const)),
})

/** Exact sums of the amount fields over all rows that match, as decimal text. */
export const Totals = Type.Object({ count: Type.Integer(), sums: Type.Record(Type.String(), DecimalText) })
export const Group = Type.Object({
  value: nullable(Type.String()),
  count: Type.Integer(),
  sums: Type.Record(Type.String(), DecimalText),
})
export const Groups = Type.Object({ items: Type.Array(Group), total: Type.Integer() })

/** One cell changed by hand. `from` is what the person saw: if it is no longer so, the edit is refused as a conflict. */
export const Edit = body({ projectId: Id, field: FieldKey, from: FieldValue, to: FieldValue })
export const Edits = body({
  edits: Type.Array(Edit, { minItems: 1, maxItems: 5000 }),
  period: optional(Month),
  /** Why facts of the past are set right; kept with every change of these edits. */
  reason: optional(Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })),
})
export const EditFailure = Type.Object({
  projectId: Id,
  field: Type.String(),
  code: oneOf(['conflict', 'invalid_input', 'not_allowed', 'not_found'] as const),
  message: Type.String(),
  current: FieldValue,
  changedBy: nullable(Type.String()),
})
/** What a save may have moved of a line: fields told here hold this now, null for nothing; others are as they were. */
export const EditedLine = Type.Object({
  id: Id,
  values: Type.Record(Type.String(), FieldValue),
  /** Left out where the save cannot have moved them. */
  abilities: Type.Optional(Abilities),
})
export const EditsResult = Type.Object({
  applied: Type.Integer(),
  failures: Type.Array(EditFailure),
  rows: Type.Array(EditedLine),
})

/** Why somebody must see whom to call. */
export const ContactReason = body({ reason: Type.String({ minLength: 2, maxLength: 200 }) })
/** Whom to call, unmasked. */
export const Contact = Type.Object({ name: nullable(Type.String()), phone: nullable(Type.String()) })

/** A named person who may know of a project before it signs. */
export const Guest = Type.Object({ memberId: Id, name: Type.String() })
export const GuestList = listOf(Guest)
export const GuestInput = body({ memberId: Id })

export const ProjectInput = body({ values: Type.Record(Type.String(), FieldValue) })

export const Milestone = Type.Object({
  kind: Type.String(),
  plan: nullable(Type.String()),
  forecast: nullable(Type.String()),
  actual: nullable(Type.String()),
})
export const Progress = Type.Object({ period: Month, values: Type.Record(Type.String(), FieldValue) })

/** A project whole: its ledger line, every dated event and every period told of. */
export const Project = Type.Object({
  row: LedgerRow,
  milestones: Type.Array(Milestone),
  periods: Type.Array(Progress),
})

/** A recorded fact set right, or a plan changed once its time had passed: see correction.ts. */
export const Mark = oneOf(['correction', 'latePlan'] as const)
export const FieldChange = Type.Object({
  field: Type.String(),
  period: nullable(Month),
  from: FieldValue,
  to: FieldValue,
  mark: Type.Optional(Mark),
})
export const causeKinds = [
  'import',
  'undo',
  'reorganisation',
  'merge',
  'unmerge',
  'stage_entry',
  'standing_change',
  'correction',
  'first_contact',
  'transfer',
  'joint',
] as const
/** Through what a change came, and why, where the act has a reason. None: written by hand. */
export const Cause = Type.Object({
  kind: oneOf(causeKinds),
  id: Id,
  /** Of a file, a reorganisation, the other project of a merge, the units of an agreement. */
  name: nullable(Type.String()),
  reason: Type.Optional(Type.Object({ zh: Type.String(), en: nullable(Type.String()) })),
  note: Type.Optional(Type.String()),
  /** A stage entered with its evidence or without. */
  isProven: Type.Optional(Type.Boolean()),
})
/** What one act did to a project, newest first: by whom, when, through what. */
export const TimelineEntry = Type.Object({
  at: Timestamp,
  actor: nullable(Type.String()),
  operation: oneOf(['insert', 'update', 'remove', 'restore'] as const),
  cause: nullable(Cause),
  changes: Type.Array(FieldChange),
})
export const Timeline = listOf(TimelineEntry)

export const ViewDefinition = body({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  where: Type.Optional(Conditions),
  sort: Type.Optional(Type.String({ maxLength: 300 })),
  groupBy: Type.Optional(nullable(FieldKey)),
  columns: Type.Optional(
    Type.Array(
      body({
        key: FieldKey,
        width: Type.Optional(Type.Integer({ minimum: 40, maximum: 1200 })),
        frozen: Type.Optional(Type.Boolean()),
      }),
      { maxItems: 120 },
    ),
  ),
  compact: Type.Optional(Type.Boolean()),
})
/** A saved way of looking at the ledger, one's own or shared with the zone. */
export const View = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 40 }),
  shared: Type.Boolean(),
  definition: ViewDefinition,
  revision: Type.Integer(),
  abilities: Abilities,
})
export const ViewList = listOf(View)
export const ViewInput = body({
  name: View.properties.name,
  shared: Type.Boolean(),
  definition: ViewDefinition,
})
export const ViewPatch = body({
  revision: Type.Integer(),
  name: Type.Optional(View.properties.name),
  shared: Type.Optional(Type.Boolean()),
  definition: Type.Optional(ViewDefinition),
})

export type Condition = Static<typeof Condition>
export type LedgerQuery = Static<typeof LedgerQuery>
export type Edit = Static<typeof Edit>
export type Edits = Static<typeof Edits>
export type EditFailure = Static<typeof EditFailure>
export type EditedLine = Static<typeof EditedLine>
export type EditsResult = Static<typeof EditsResult>
export type Contact = Static<typeof Contact>
export type Guest = Static<typeof Guest>
export type Project = Static<typeof Project>
export type TimelineEntry = Static<typeof TimelineEntry>
export type Cause = Static<typeof Cause>
export type Mark = Static<typeof Mark>
export type View = Static<typeof View>
export type ViewDefinition = Static<typeof ViewDefinition>
export type ViewInput = Static<typeof ViewInput>
