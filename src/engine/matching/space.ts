import type { Day } from '../../shared/days.ts'

export type SpaceKind = 'parcel' | 'room'
/** `to` is the first day it is free again; null: it is for good. */
export type Period = { from: Day; to: Day | null }
/** A figure or a code; null: not known. */
export type Figure = number | string | null
export type Figures = Readonly<Record<string, Figure>>
/** Metres in a plane, east first. */
export type Point = readonly [number, number]

/** A place given already: to a project of the plan, whose place it fixes, or to somebody else. */
export type Reservation = {
  project: string
  period: Period
  /** Part of a parcel; null: all of it. */
  areaM2: number | null
}
type Common = {
  id: string
  areaM2: number
  readyOn: Day | null
  position: Point | null
  figures: Figures
  reservations: readonly Reservation[]
}
export type Parcel = Common & {
  kind: 'parcel'
  neighbours: readonly { id: string; borderM: number }[]
  /** The least a part of it may have, and what is left of it; null: not to be parted. */
  leastPartM2: number | null
}
export type Room = Common & {
  kind: 'room'
  /** The floor with its building: rooms of one are combined. */
  floor: string
  loadTPerM2: number | null
  heightM: number | null
}
export type Space = Parcel | Room
