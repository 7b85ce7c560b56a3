import { Type } from 'typebox'
import { body, Day, DecimalText, Id, nullable, oneOf, type Static, Timestamp } from '../../shared/schema.ts'
import { Bounds } from '../spaces/contract.ts'

/** `land`: territories, parcels with their labels, and buildings. `projects`: those that have a place, as far as the person knows of them. */
export const tileSets = ['land', 'projects'] as const
export const TileParams = Type.Object({
  set: oneOf(tileSets),
  z: Type.Integer({ minimum: 0, maximum: 22 }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
})
/** `v` only tells tiles of different versions apart in a browser’s memory. */
export const TileQuery = body({ v: Type.Optional(Type.String({ maxLength: 80 })) })

const BoundsText = Type.String({
  pattern: '^-?\\d{1,3}(\\.\\d{1,15})?(,-?\\d{1,3}(\\.\\d{1,15})?){3}$',
  maxLength: 100,
})

/** The corps, chain and part of the map that a legend counts in. */
export const LegendQuery = body({
  unitId: Type.Optional(Id),
  chain: Type.Optional(Type.String({ maxLength: 300 })),
  /** West, south, east, north in degrees, between commas: what is in sight. */
  bounds: Type.Optional(BoundsText),
})
const ParcelCount = Type.Object({ key: Type.String(), count: Type.Integer(), areaM2: DecimalText })
const ProjectCount = Type.Object({ key: Type.String(), count: Type.Integer() })
/** Exact counts of what the map shows under the same filter. */
export const Legend = Type.Object({
  parcels: Type.Array(ParcelCount),
  /** Of parcels alone: ㎡. */
  areaM2: DecimalText,
  /** Of them, those that projects have kept, all or part: ㎡ that are kept. */
  kept: Type.Array(ParcelCount),
  /** Those that have a place, their rooms’ area and what of it is vacant that day: ㎡. */
  buildings: Type.Object({ count: Type.Integer(), areaM2: DecimalText, vacantM2: DecimalText }),
  stages: Type.Array(ProjectCount),
  lights: Type.Array(ProjectCount),
  projects: Type.Integer(),
  /** Projects under the filter that have no place yet, wherever the map looks. */
  unplaced: Type.Integer(),
  /** Of those counted, whether any is made up. */
  isIllustrative: Type.Boolean(),
})

/** What a map begins with. */
export const MapState = Type.Object({
  /** The days that the zone’s records begin and end; null where there are none. */
  since: nullable(Day),
  until: nullable(Day),
  /** Of everything drawn; null where nothing is. */
  bounds: nullable(Bounds),
  /** Those that hold territory or projects, for the filter. */
  units: Type.Array(Type.Object({ id: Id, name: Type.String(), bounds: nullable(Bounds) })),
  chains: Type.Array(Type.String()),
  parcels: Type.Integer(),
  projects: Type.Integer(),
  unplaced: Type.Integer(),
})

export const FindQuery = body({ q: Type.String({ minLength: 1, maxLength: 100 }) })
const Finding = Type.Object({
  kind: oneOf(['parcel', 'building', 'project', 'territory'] as const),
  id: Id,
  label: Type.String(),
  bounds: Bounds,
})
export const Findings = Type.Object({ items: Type.Array(Finding) })

export const SelectionQuery = body({ within: Type.String({ minLength: 1, maxLength: 12_000 }) })
export const MapSelection = Type.Object({
  projects: Type.Integer(),
  parcels: Type.Integer(),
  areaM2: DecimalText,
  buildings: Type.Integer(),
})

export const sheetFormats = ['pdf', 'png', 'paper'] as const
/** A sheet of the map that is about to leave the house; `paper` goes to a printer. */
export const PrintInput = body({
  /** Undefined: today. */
  day: Type.Optional(Day),
  unitId: Type.Optional(Id),
  chain: Type.Optional(Type.String({ maxLength: 300 })),
  bounds: BoundsText,
  title: Type.String({ minLength: 1, maxLength: 80 }),
  paper: Type.String({ pattern: '^a[0-4]$' }),
  dpi: Type.Integer({ minimum: 72, maximum: 600 }),
  scale: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  format: oneOf(sheetFormats),
})
/** By whose hand, under which number of the log, and what the legend on it counts. */
export const Print = Type.Object({
  id: Id,
  name: Type.String(),
  login: Type.String(),
  at: Timestamp,
  legend: Legend,
})

export type TileSet = (typeof tileSets)[number]
export type Legend = Static<typeof Legend>
export type LegendQuery = Static<typeof LegendQuery>
export type PrintInput = Static<typeof PrintInput>
export type Print = Static<typeof Print>
export type MapState = Static<typeof MapState>
export type Findings = Static<typeof Findings>
export type MapSelection = Static<typeof MapSelection>
