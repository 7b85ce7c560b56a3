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
} from '../../shared/schema.ts'
import { buildingKinds, leaseKinds, rentUnits, roomStates } from './words.ts'

const Provenance = oneOf(['published', 'illustrative'] as const)
const RentUnit = oneOf(rentUnits)
/** ㎡ */
const Area = DecimalText
/** Blanks alone are no text: what is to be empty is null. */
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })
const positive = (digits: number) => Type.String({ pattern: `^\\d{1,10}(\\.\\d{1,${digits}})?$` })

/** Rooms counted and summed, by what they are on the day. A state of which there is none is left out. */
export const RoomSums = Type.Object({
  rooms: Type.Integer(),
  areaM2: Area,
  states: Type.Array(Type.Object({ state: oneOf(roomStates), count: Type.Integer(), areaM2: Area })),
  /** Taken or not ready on the day, and free within so many months: 3, then 6, then 12, each with those before. */
  freeing: Type.Array(Type.Object({ months: Type.Integer(), count: Type.Integer(), areaM2: Area })),
})

export const Building = Type.Object({
  id: Id,
  name: Type.String(),
  /** 3幢, where one name has several. */
  number: nullable(Type.String()),
  kind: oneOf(buildingKinds),
  parcelId: nullable(Id),
  parcelNumber: nullable(Type.String()),
  territory: nullable(Type.String()),
  /** The unit that holds the territory that day. */
  unitId: nullable(Id),
  unit: nullable(Type.String()),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
  address: nullable(Type.String()),
  floorAreaM2: nullable(Area),
  goodsLiftT: nullable(DecimalText),
  completedOn: nullable(Day),
  owner: nullable(Type.String()),
  note: nullable(Type.String()),
  source: nullable(Type.String()),
  provenance: nullable(Provenance),
  floorsAbove: Type.Integer(),
  floorsBelow: Type.Integer(),
  sums: RoomSums,
  /** The next day on which a lease of one of its rooms ends. */
  nextEndOn: nullable(Day),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const BuildingList = Type.Object({
  ...listOf(Building).properties,
  /** Over all that match. */
  sums: RoomSums,
})

export const Lease = Type.Object({
  id: Id,
  roomId: Id,
  kind: oneOf(leaseKinds),
  /** As the contract has it, or the project’s name. */
  tenant: nullable(Type.String()),
  projectId: nullable(Id),
  /** It is for a project that this person may not know of. */
  isVeiled: Type.Boolean(),
  contractNo: nullable(Type.String()),
  fromOn: Day,
  /** The last day; null: open. */
  toOn: nullable(Day),
  rent: nullable(DecimalText),
  rentUnit: nullable(RentUnit),
  revision: Type.Integer(),
})

export const Room = Type.Object({
  id: Id,
  buildingId: Id,
  building: Type.String(),
  floorId: Id,
  level: Type.Integer(),
  heightM: nullable(DecimalText),
  loadTM2: nullable(DecimalText),
  number: Type.String(),
  areaM2: Area,
  use: nullable(Type.String()),
  askingRent: nullable(DecimalText),
  askingRentUnit: nullable(RentUnit),
  readyOn: nullable(Day),
  note: nullable(Type.String()),
  provenance: nullable(Provenance),
  state: oneOf(roomStates),
  /** From when on it is free: the day itself where it is vacant; null: not to be seen. */
  freeOn: nullable(Day),
  /** Who has it again after that, from when. */
  takenFrom: nullable(Day),
  /** Of the day. */
  lease: nullable(Lease),
  revision: Type.Integer(),
  abilities: Abilities,
})
export const RoomList = Type.Object({
  ...listOf(Room).properties,
  /** Of those that match but for the states asked for. */
  sums: RoomSums,
  areaM2: Area,
})
/** All its leases, the latest first. */
export const RoomDetail = Type.Object({ ...Room.properties, leases: Type.Array(Lease) })

export const Floor = Type.Object({
  id: Id,
  /** 1 is the ground floor, -1 the one below: there is no nought. */
  level: Type.Integer(),
  heightM: nullable(DecimalText),
  loadTM2: nullable(DecimalText),
  areaM2: nullable(Area),
  revision: Type.Integer(),
  rooms: Type.Array(Room),
})
/** Its floors from the top down. */
export const BuildingDetail = Type.Object({ ...Building.properties, floors: Type.Array(Floor) })

const wanted = {
  /** In the building’s name, the room’s number or its tenant. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Type.Array(oneOf(buildingKinds), { maxItems: buildingKinds.length })),
  unitId: Type.Optional(Id),
  /** A lasso drawn on the map, `lon,lat;lon,lat;…`: only what the map shows within. */
  within: Type.Optional(Type.String({ minLength: 1, maxLength: 12_000 })),
  /** Free within so many months; 0: now. */
  free: Type.Optional(oneOf(['0', '3', '6', '12'] as const)),
  minArea: Type.Optional(positive(4)),
  /** Of its floor: m, and t/㎡. */
  minHeight: Type.Optional(positive(2)),
  minLoad: Type.Optional(positive(3)),
}
const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
}
/** Buildings that have rooms which match, counted whole. */
export const BuildingQuery = body({
  ...wanted,
  sort: Type.Optional(oneOf(['name', '-vacant', '-share', 'end', '-area'] as const)),
  ...page,
})
export const RoomQuery = body({
  ...wanted,
  buildingId: Type.Optional(Id),
  state: Type.Optional(Type.Array(oneOf(roomStates), { maxItems: roomStates.length })),
  sort: Type.Optional(oneOf(['place', '-area', 'free', 'end'] as const)),
  ...page,
})
const { limit: _limit, offset: _offset, ...exported } = BuildingQuery.properties
export const BuildingExportQuery = body({
  ...exported,
  language: Type.Optional(oneOf(['zh', 'en'] as const)),
})

export const BuildingPatch = body({
  revision: Type.Integer(),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  number: optional(Type.String({ minLength: 1, maxLength: 40 })),
  kind: Type.Optional(oneOf(buildingKinds)),
  address: optional(Text(300)),
  floorAreaM2: optional(positive(4)),
  goodsLiftT: optional(positive(2)),
  completedOn: optional(Day),
  owner: optional(Text(200)),
  note: optional(Text(2000)),
  /** Moved elsewhere, it stands in its parcel’s territory, or else in the one drawn around its own place. */
  parcelId: optional(Id),
  /** They go together. */
  lon: optional(Type.Number()),
  lat: optional(Type.Number()),
})
const { revision: _building, ...buildingFacts } = BuildingPatch.properties
export const BuildingInput = body({
  ...buildingFacts,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: oneOf(buildingKinds),
})
export const FloorPatch = body({
  revision: Type.Integer(),
  heightM: optional(positive(2)),
  loadTM2: optional(positive(3)),
})
const roomNumber = Type.String({ minLength: 1, maxLength: 60 })
export const RoomPatch = body({
  revision: Type.Integer(),
  number: Type.Optional(roomNumber),
  areaM2: Type.Optional(positive(4)),
  use: optional(Text(100)),
  /** The rent and its unit go together. */
  askingRent: optional(positive(4)),
  askingRentUnit: optional(RentUnit),
  readyOn: optional(Day),
  note: optional(Text(2000)),
})

const { revision: _room, ...roomFacts } = RoomPatch.properties
export const RoomInput = body({
  ...roomFacts,
  buildingId: Id,
  /** Of a floor that there is, or of a new one. */
  level: Type.Integer(),
  number: roomNumber,
  areaM2: positive(4),
})
/** The first part is the room itself, with its leases; the areas sum to its area exactly. */
export const DivisionInput = body({
  revision: Type.Integer(),
  parts: Type.Array(body({ number: roomNumber, areaM2: positive(4) }), { minItems: 2, maxItems: 50 }),
})
/** The parts, the first of them the room that was divided. */
export const Division = listOf(RoomDetail)
/** With others of its floor. Without a number the room that stays keeps its own. */
export const CombinationInput = body({
  revision: Type.Integer(),
  with: Type.Array(body({ id: Id, revision: Type.Integer() }), { minItems: 1, maxItems: 49 }),
  number: optional(roomNumber),
})

const held = {
  kind: oneOf(leaseKinds),
  tenant: optional(Text(200)),
  /** In the place of a tenant’s name. */
  projectId: optional(Id),
  contractNo: optional(Text(100)),
  fromOn: Day,
  toOn: optional(Day),
  rent: optional(positive(4)),
  rentUnit: optional(RentUnit),
}
/** Of one or several rooms, one lease each: all of them or none. */
export const LeaseInput = body({ roomIds: Type.Array(Id, { minItems: 1, maxItems: 100 }), ...held })
export const LeasePatch = body({ revision: Type.Integer(), ...Type.Partial(Type.Object(held)).properties })
export const Leases = listOf(Lease)

export type RoomSums = Static<typeof RoomSums>
export type Building = Static<typeof Building>
export type BuildingList = Static<typeof BuildingList>
export type BuildingDetail = Static<typeof BuildingDetail>
export type BuildingQuery = Static<typeof BuildingQuery>
export type BuildingInput = Static<typeof BuildingInput>
export type BuildingPatch = Static<typeof BuildingPatch>
export type Floor = Static<typeof Floor>
export type FloorPatch = Static<typeof FloorPatch>
export type Room = Static<typeof Room>
export type RoomList = Static<typeof RoomList>
export type RoomDetail = Static<typeof RoomDetail>
export type RoomQuery = Static<typeof RoomQuery>
export type RoomInput = Static<typeof RoomInput>
export type DivisionInput = Static<typeof DivisionInput>
export type Division = Static<typeof Division>
export type CombinationInput = Static<typeof CombinationInput>
export type RoomPatch = Static<typeof RoomPatch>
export type Lease = Static<typeof Lease>
export type LeaseInput = Static<typeof LeaseInput>
export type LeasePatch = Static<typeof LeasePatch>
