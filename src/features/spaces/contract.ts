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
import { parcelStatuses } from './statuses.ts'

export const Status = oneOf(parcelStatuses)
const Provenance = oneOf(['published', 'illustrative'] as const)
/** ㎡ */
const Area = DecimalText
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most })

/** GeoJSON (RFC 7946), lon and lat in CGCS2000 (EPSG:4490). */
export const Boundary = Type.Object({
  type: oneOf(['Polygon', 'MultiPolygon'] as const),
  coordinates: Type.Array(Type.Unknown()),
})
/** West, south, east, north, in degrees. */
export const Bounds = Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })

export const Parcel = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  name: nullable(Type.String()),
  status: Status,
  landUse: nullable(Type.String()),
  /** GB/T 21010, GB 50137 or the classes of 2023, as its paper says: `0601`, `100101`, `M1`. */
  landClass: nullable(Type.String()),
  /** The area in law. */
  areaM2: Area,
  /** What its survey encloses, in the plane of the survey. */
  drawnM2: Area,
  territoryId: nullable(Id),
  territory: nullable(Type.String()),
  /** The unit that holds the territory that day. */
  unitId: nullable(Id),
  unit: nullable(Type.String()),
  /** Split or merged away that day. */
  endedOn: nullable(Day),
  bounds: Bounds,
  source: nullable(Type.String()),
  note: nullable(Type.String()),
  provenance: nullable(Provenance),
  revision: Type.Integer(),
  abilities: Abilities,
})

export const ParcelList = Type.Object({
  ...listOf(Parcel).properties,
  /** Exact, over all that match. */
  areaM2: Area,
  /** Of those that match but for the statuses asked for; a status of which there is none is left out. */
  statuses: Type.Array(Type.Object({ status: Status, count: Type.Integer(), areaM2: Area })),
})

const Relative = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  name: nullable(Type.String()),
  areaM2: Area,
  kind: oneOf(['split', 'merge'] as const),
  onDay: Day,
})
/** A project whose ledger line names this parcel. */
const Occupant = Type.Object({
  id: Id,
  name: Type.String(),
  stage: Type.String(),
  /** By the zone’s rule. */
  light: Type.String(),
})

export const ParcelDetail = Type.Object({
  ...Parcel.properties,
  boundary: Boundary,
  /** The system of its survey, and how many points the survey has. */
  epsg: Type.Integer(),
  points: Type.Integer(),
  parents: Type.Array(Relative),
  children: Type.Array(Relative),
  projects: Type.Array(Occupant),
})

export const changedFields = [
  'number',
  'name',
  'status',
  'landUse',
  'landClass',
  'areaM2',
  'territory',
  'note',
  'shape',
  'endedOn',
] as const
/** One act on a parcel: when, by whom, through what, and what it changed. A shape is only told to be another. */
export const ParcelChange = Type.Object({
  at: Timestamp,
  by: nullable(Type.String()),
  operation: oneOf(['insert', 'update', 'remove', 'restore'] as const),
  /** The file, where it came by an import or went with one. */
  fileName: nullable(Type.String()),
  changes: Type.Array(
    Type.Object({
      field: oneOf(changedFields),
      from: nullable(Type.String()),
      to: nullable(Type.String()),
    }),
  ),
})
/** The newest first. */
export const ParcelChanges = listOf(ParcelChange)

export const ParcelQuery = body({
  /** In number and name; in the order of numbers, the parcel that has just this number comes first. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  status: Type.Optional(Type.Array(Status, { maxItems: parcelStatuses.length })),
  unitId: Type.Optional(Id),
  /** A lasso: `lon,lat;lon,lat;…`. Parcels whose point inside lies within. */
  within: Type.Optional(Type.String({ maxLength: 12_000 })),
  /** With those split or merged away. */
  ended: Type.Optional(Type.Boolean()),
  sort: Type.Optional(oneOf(['number', 'area', '-area', 'status'] as const)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
})

export const ParcelPatch = body({
  revision: Type.Integer(),
  number: optional(Text(100)),
  name: optional(Text(200)),
  status: Type.Optional(Status),
  landUse: optional(Text(100)),
  landClass: optional(Text(40)),
  areaM2: Type.Optional(Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,4})?$' })),
  territoryId: optional(Id),
  note: optional(Text(2000)),
})

const Point = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })
/** Along `line` (lon, lat), which must run through. `apply` false: what would come of it, and nothing is written. */
export const SplitInput = body({
  revision: Type.Integer(),
  line: Type.Array(Point, { minItems: 2, maxItems: 500 }),
  /** Of the parts, largest first; one missing is numbered after its parent, and called as it is. */
  numbers: Type.Optional(Type.Array(nullable(Text(100)), { maxItems: 20 })),
  names: Type.Optional(Type.Array(nullable(Text(200)), { maxItems: 20 })),
  apply: Type.Boolean(),
})
export const MergeInput = body({
  parcels: Type.Array(body({ id: Id, revision: Type.Integer() }), { minItems: 2, maxItems: 50 }),
  number: optional(Text(100)),
  name: optional(Text(200)),
  apply: Type.Boolean(),
})
const Part = Type.Object({
  id: nullable(Id),
  number: nullable(Type.String()),
  areaM2: Area,
  boundary: Boundary,
})
export const Division = Type.Object({
  applied: Type.Boolean(),
  parts: Type.Array(Part),
  /** Sum of the parts less the area of the whole; what is not nought is told. */
  differenceM2: Type.String(),
})

/** Where a project is that names no drawn parcel. */
export const PlaceInput = body({
  lon: Type.Number({ minimum: 73, maximum: 136 }),
  lat: Type.Number({ minimum: 3, maximum: 54 }),
  note: optional(Text(300)),
})
export const Place = Type.Object({
  by: oneOf(['parcel', 'point'] as const),
  lon: Type.Number(),
  lat: Type.Number(),
  parcelId: nullable(Id),
  note: nullable(Type.String()),
  provenance: nullable(Provenance),
})
export const ProjectPlace = Type.Object({ place: nullable(Place), abilities: Abilities })

/** What came of a table of places: what was left out, by its row, and why. */
export const PlacesBrought = Type.Object({
  placed: Type.Integer(),
  unchanged: Type.Integer(),
  left: Type.Array(
    Type.Object({
      row: Type.Integer(),
      name: nullable(Type.String()),
      code: oneOf([
        'no_place',
        'outside_china',
        'unknown_project',
        'several_projects',
        'named_twice',
      ] as const),
      value: Type.String(),
    }),
  ),
})

export const exportFormats = ['geojson', 'shapefile', 'txt', 'dxf'] as const
const { limit: _limit, offset: _offset, ...filter } = ParcelQuery.properties
export const ParcelExportQuery = body({
  ...filter,
  format: oneOf(exportFormats),
  language: Type.Optional(oneOf(['zh', 'en'] as const)),
})

export type Boundary = Static<typeof Boundary>
export type Parcel = Static<typeof Parcel>
export type ParcelList = Static<typeof ParcelList>
export type ParcelDetail = Static<typeof ParcelDetail>
export type ParcelChange = Static<typeof ParcelChange>
export type ParcelChanges = Static<typeof ParcelChanges>
export type ParcelQuery = Static<typeof ParcelQuery>
export type ParcelPatch = Static<typeof ParcelPatch>
export type SplitInput = Static<typeof SplitInput>
export type MergeInput = Static<typeof MergeInput>
export type Division = Static<typeof Division>
export type PlaceInput = Static<typeof PlaceInput>
export type Place = Static<typeof Place>
export type PlacesBrought = Static<typeof PlacesBrought>
export type ProjectPlace = Static<typeof ProjectPlace>
