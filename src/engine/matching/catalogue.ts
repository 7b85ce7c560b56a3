import { type PlaceLimits, usualLimits } from './catalogue-limits.ts'
import { combineRooms } from './combine-rooms.ts'
import { joinParcels } from './join-parcels.ts'
import { type Place, wholePlace } from './place.ts'
import type { Parcel, Room, Space } from './space.ts'

/** What the limits left out, so that no bound is told of more than was looked at. */
export type LeftOut = { joins: number; rooms: number }
export type Catalogue = {
  /** By id. */
  spaces: readonly Space[]
  indexOf: ReadonlyMap<string, number>
  /** Every place of whole spaces, by area and key. */
  wholes: readonly Place[]
  /** Those of one space. */
  singles: readonly Place[]
  /** Parcels that may be parted, the largest last. */
  partable: readonly Parcel[]
  leftOut: LeftOut
}

/** Every place there is, whoever may want it; the order in which the spaces come does not matter. */
export function catalogueOf(given: readonly Space[], limits: PlaceLimits = usualLimits): Catalogue {
  const spaces = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
  const parcels = spaces.filter((space): space is Parcel => space.kind === 'parcel')
  const rooms = spaces.filter((space): space is Room => space.kind === 'room')
  const joins = joinParcels(parcels, limits)
  const combined = combineRooms(rooms, limits)
  const singles = spaces.map((space) => wholePlace([space], null))
  const wholes = [...singles, ...joins.places, ...combined.places]
  return {
    spaces,
    indexOf: new Map(spaces.map(({ id }, index) => [id, index])),
    wholes: wholes.sort(byArea),
    singles,
    partable: parcels
      .filter(({ leastPartM2 }) => leastPartM2 !== null)
      .sort((a, b) => a.areaM2 - b.areaM2 || (a.id < b.id ? -1 : 1)),
    leftOut: { joins: joins.leftOut, rooms: combined.leftOut },
  }
}

const byArea = (a: Place, b: Place) => a.areaM2 - b.areaM2 || (a.key < b.key ? -1 : 1)
