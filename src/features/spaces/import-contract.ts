import { Type } from 'typebox'
import {
  Abilities,
  body,
  DecimalText,
  Id,
  listOf,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { Boundary, Bounds, Status } from './contract.ts'

export const parcelImportStatuses = ['read', 'applied', 'undone', 'discarded'] as const
export const rowVerdicts = ['new', 'changed', 'unchanged', 'doubt', 'refused'] as const
export const shifts = ['none', 'gcj02', 'bd09'] as const
export const areaUnits = ['hectare', 'squareMetre', 'mu'] as const
/** What a parcel takes from a file besides its shape. */
export const parcelFields = ['number', 'name', 'landUse', 'landClass', 'area', 'status'] as const

/** Something found, by a code that a sentence is made from; `values` are what the sentence needs. */
export const Finding = Type.Object({
  code: Type.String(),
  /** `stop`: cannot be taken. `ask`: stays out until somebody decides. `warn`: taken, but look. `note`: for the record. */
  weight: oneOf(['stop', 'ask', 'warn', 'note'] as const),
  /** Ring and point, from 1, and where they are: lon and lat, or as the file has it where it lies nowhere. */
  ring: Type.Optional(Type.Integer()),
  point: Type.Optional(Type.Integer()),
  at: Type.Optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** How many of the kind there are; the first twenty are told one by one. */
  count: Type.Optional(Type.Integer()),
})

const Proposal = Type.Object({
  epsg: Type.Integer(),
  name: Type.String(),
  nameEn: Type.String(),
  /** The file’s two numbers stand in the other order than east, north. */
  swapped: Type.Boolean(),
  why: Type.Array(Type.String()),
  confidence: Type.Number(),
})
const FieldMapping = Type.Record(Type.String(), nullable(Type.String()))

/** How the numbers of a file are understood. */
export const Reading = Type.Object({
  epsg: nullable(Type.Integer()),
  swapped: Type.Boolean(),
  shift: oneOf(shifts),
  /** Nothing is written before somebody has confirmed a reading that anything speaks against. */
  confirmed: Type.Boolean(),
  proposals: Type.Array(Proposal),
  findings: Type.Array(Finding),
  /** Which attribute each field is read from; null: none. */
  fields: FieldMapping,
  /** Attributes that the shapes have, with a value each. */
  attributes: Type.Array(Type.Object({ name: Type.String(), sample: Type.String() })),
  areaUnit: oneOf(areaUnits),
  /** Of parcels whose file does not say. */
  status: Status,
})

export const ParcelImportCounts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  doubt: Type.Integer(),
  refused: Type.Integer(),
  /** Of those in doubt, how many somebody decided to take. */
  taken: Type.Integer(),
  /** Of those new or changed, how many somebody decided to leave out. */
  skipped: Type.Integer(),
  areaM2: DecimalText,
})

export const ParcelImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  fileSize: Type.Integer(),
  format: Type.String(),
  status: oneOf(parcelImportStatuses),
  reading: Reading,
  notices: Type.Array(
    Type.Object({
      code: Type.String(),
      place: Type.Optional(Type.String()),
      layer: Type.Optional(Type.String()),
      value: Type.Optional(Type.String()),
      /** How many alike it stands for, if more than one. */
      count: Type.Optional(Type.Integer()),
    }),
  ),
  counts: ParcelImportCounts,
  bounds: nullable(Bounds),
  createdBy: nullable(Type.String()),
  createdAt: Timestamp,
  appliedAt: nullable(Timestamp),
  undoneAt: nullable(Timestamp),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const ParcelImportList = listOf(Type.Omit(ParcelImport, ['reading', 'notices', 'bounds'] as const))

export const ParcelImportRow = Type.Object({
  id: Id,
  ordinal: Type.Integer(),
  place: Type.String(),
  layer: nullable(Type.String()),
  number: nullable(Type.String()),
  name: nullable(Type.String()),
  attributes: Type.Record(Type.String(), Type.String()),
  declaredM2: nullable(DecimalText),
  drawnM2: nullable(DecimalText),
  areaBy: nullable(oneOf(['declared', 'drawn'] as const)),
  findings: Type.Array(Finding),
  verdict: oneOf(rowVerdicts),
  decision: nullable(oneOf(['take', 'skip'] as const)),
  parcelId: nullable(Id),
})
export const ParcelImportRows = listOf(ParcelImportRow)
/** What was found of the rows, by its kind, and of how many of them. */
export const RowFindings = listOf(
  Type.Object({ code: Type.String(), weight: Finding.properties.weight, rows: Type.Integer() }),
)
export const RowsQuery = body({
  verdict: Type.Optional(oneOf(rowVerdicts)),
  /** Only rows of which this was found. */
  finding: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})
/** What the file draws, for the map beside the list; at most as many shapes as a screen can show. */
export const ImportDrawing = Type.Object({
  shown: Type.Integer(),
  total: Type.Integer(),
  items: Type.Array(
    Type.Object({ id: Id, verdict: oneOf(rowVerdicts), label: Type.String(), boundary: Boundary }),
  ),
})

export const ReadingPatch = body({
  revision: Type.Integer(),
  epsg: Type.Optional(Type.Integer()),
  swapped: Type.Optional(Type.Boolean()),
  shift: Type.Optional(oneOf(shifts)),
  confirmed: Type.Optional(Type.Boolean()),
  fields: Type.Optional(
    Type.Record(Type.String({ maxLength: 20 }), nullable(Type.String({ maxLength: 200 }))),
  ),
  areaUnit: Type.Optional(oneOf(areaUnits)),
  status: Type.Optional(Status),
})
export const RowPatch = body({
  decision: optional(oneOf(['take', 'skip'] as const)),
  areaBy: Type.Optional(oneOf(['declared', 'drawn'] as const)),
})
/** The same decision for every row in doubt, or for those of which `finding` was found. */
export const RowsPatch = body({
  finding: Type.Optional(Type.String({ maxLength: 60 })),
  decision: Type.Optional(oneOf(['take', 'skip'] as const)),
  areaBy: Type.Optional(oneOf(['declared', 'drawn'] as const)),
})
export const ApplyParcels = body({ revision: Type.Integer() })
/** Parcels that were changed after the import: undoing leaves them as they are. */
export const UndoneParcels = Type.Object({
  import: ParcelImport,
  removed: Type.Integer(),
  restored: Type.Integer(),
  kept: Type.Array(Type.Object({ id: Id, number: nullable(Type.String()) })),
})

export type Finding = Static<typeof Finding>
export type Reading = Static<typeof Reading>
export type ParcelImport = Static<typeof ParcelImport>
export type ParcelImportCounts = Static<typeof ParcelImportCounts>
export type ParcelImportRow = Static<typeof ParcelImportRow>
export type RowFindings = Static<typeof RowFindings>
export type RowsQuery = Static<typeof RowsQuery>
export type ReadingPatch = Static<typeof ReadingPatch>
export type RowPatch = Static<typeof RowPatch>
export type RowsPatch = Static<typeof RowsPatch>
export type ImportDrawing = Static<typeof ImportDrawing>
export type UndoneParcels = Static<typeof UndoneParcels>
export type ParcelField = (typeof parcelFields)[number]
