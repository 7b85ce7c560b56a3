import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  Id,
  listOf,
  nullable,
  oneOf,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { rentUnits } from './words.ts'

export const buildingImportStatuses = ['read', 'applied', 'undone', 'discarded'] as const
export const rowVerdicts = ['new', 'changed', 'unchanged', 'doubt', 'refused'] as const

/** Something found, by a code that a sentence is made from, at a cell and with what stands in it. */
export const Finding = Type.Object({
  code: Type.String(),
  /** `stop`: cannot be taken. `ask`: stays out until somebody decides. `warn`: taken, but look. `note`: for the record. */
  weight: oneOf(['stop', 'ask', 'warn', 'note'] as const),
  cell: nullable(Type.String()),
  value: Type.String(),
  values: Type.Record(Type.String(), Type.String()),
})

const Column = Type.Object({
  index: Type.Integer(),
  letter: Type.String(),
  header: Type.String(),
  field: nullable(Type.String()),
  samples: Type.Array(Type.String()),
})
export const ReadTable = Type.Object({
  key: Type.String(),
  sheet: Type.String(),
  headerRow: Type.Integer(),
  rows: Type.Integer(),
  /** Subtotals, sections and notes, which are no rooms. */
  aside: Type.Integer(),
  use: Type.Boolean(),
  columns: Type.Array(Column),
})
export const Reading = Type.Object({
  tables: Type.Array(ReadTable),
  /** Of rents that neither header nor cell gives a unit. */
  rentUnit: nullable(oneOf(rentUnits)),
})

export const BuildingImportCounts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  doubt: Type.Integer(),
  refused: Type.Integer(),
  /** Of those in doubt, how many somebody decided to take. */
  taken: Type.Integer(),
  /** Of those new or changed, how many somebody decided to leave out. */
  skipped: Type.Integer(),
})

export const BuildingImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  fileSize: Type.Integer(),
  status: oneOf(buildingImportStatuses),
  /** What the table says, it says of this day. */
  day: Day,
  reading: Reading,
  counts: BuildingImportCounts,
  createdBy: nullable(Type.String()),
  createdAt: Timestamp,
  appliedAt: nullable(Timestamp),
  undoneAt: nullable(Timestamp),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const BuildingImportList = listOf(Type.Omit(BuildingImport, ['reading'] as const))

/** What a row would change: of which record, which field, from what to what. */
export const RowChange = Type.Object({
  of: oneOf(['building', 'floor', 'room', 'lease'] as const),
  field: Type.String(),
  from: nullable(Type.String()),
  to: nullable(Type.String()),
})
export const BuildingImportRow = Type.Object({
  id: Id,
  ordinal: Type.Integer(),
  place: Type.String(),
  building: Type.String(),
  level: nullable(Type.Integer()),
  room: nullable(Type.String()),
  areaM2: nullable(Type.String()),
  tenant: nullable(Type.String()),
  findings: Type.Array(Finding),
  changes: Type.Array(RowChange),
  verdict: oneOf(rowVerdicts),
  decision: nullable(oneOf(['take', 'skip'] as const)),
})
export const BuildingImportRows = listOf(BuildingImportRow)
export const RowsQuery = body({
  verdict: Type.Optional(oneOf(rowVerdicts)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})

/** What a person says of the reading; the check is made anew, also if nothing is said. */
export const ReadingPatch = body({
  revision: Type.Integer(),
  rentUnit: Type.Optional(nullable(oneOf(rentUnits))),
  tables: Type.Optional(
    Type.Array(
      body({
        key: Type.String({ maxLength: 40 }),
        use: Type.Optional(Type.Boolean()),
        /** By the column’s letter. */
        fields: Type.Optional(
          Type.Record(Type.String({ maxLength: 4 }), nullable(Type.String({ maxLength: 30 }))),
        ),
      }),
      { maxItems: 200 },
    ),
  ),
  /** By the row’s place; null takes a decision back. */
  decisions: Type.Optional(
    Type.Record(Type.String({ maxLength: 100 }), nullable(oneOf(['take', 'skip'] as const))),
  ),
  /** Of every row in doubt. */
  allInDoubt: Type.Optional(oneOf(['take', 'skip'] as const)),
})
export const ApplyBuildings = body({ revision: Type.Integer() })
/** What was changed after the import stays as it is: undoing leaves it, and what stands on it. */
export const UndoneBuildings = Type.Object({
  import: BuildingImport,
  removed: Type.Integer(),
  restored: Type.Integer(),
  kept: Type.Array(Type.Object({ of: RowChange.properties.of, name: Type.String() })),
})

export type Finding = Static<typeof Finding>
export type Reading = Static<typeof Reading>
export type ReadTable = Static<typeof ReadTable>
export type RowChange = Static<typeof RowChange>
export type RowVerdict = (typeof rowVerdicts)[number]
export type Decision = 'take' | 'skip'
export type BuildingImport = Static<typeof BuildingImport>
export type BuildingImportCounts = Static<typeof BuildingImportCounts>
export type BuildingImportRow = Static<typeof BuildingImportRow>
export type BuildingImportRows = Static<typeof BuildingImportRows>
export type ReadingPatch = Static<typeof ReadingPatch>
export type UndoneBuildings = Static<typeof UndoneBuildings>
