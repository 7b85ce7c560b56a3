import type { Building, BuildingPatch } from '../contract.ts'
import { typedFigure } from './typed.ts'

/** As typed, and the parcel that has this number, once it is known. */
export type GivenParcel = { typed: string; id: string | null }
export type TypedPlace = { parcel: GivenParcel; lon: string; lat: string }
export type SentPlace = Pick<BuildingPatch, 'parcelId' | 'lon' | 'lat'>

/** Null where nothing was typed; undefined where it is no number of degrees. */
export function typedDegrees(text: string): number | null | undefined {
  const figure = typedFigure(text)
  if (figure === null) return null
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(figure) ? Number(figure) : undefined
}

/** A parcel, or without one a place of its own; undefined while it cannot be read or the parcel is not known. */
export function sentPlace({ parcel, lon, lat }: TypedPlace): SentPlace | undefined {
  if (parcel.typed.trim() !== '') return parcel.id === null ? undefined : { parcelId: parcel.id }
  const [east, north] = [typedDegrees(lon), typedDegrees(lat)]
  return east === undefined || north === undefined ? undefined : { parcelId: null, lon: east, lat: north }
}

type Placed = Pick<Building, 'parcelId' | 'parcelNumber' | 'lon' | 'lat'>

/** Where it stands on a parcel, what is shown as its place is the parcel’s. */
export const typedPlaceOf = ({ parcelId, parcelNumber, lon, lat }: Placed): TypedPlace => ({
  parcel: { typed: parcelNumber ?? '', id: parcelId },
  lon: String(lon ?? ''),
  lat: String(lat ?? ''),
})

/** It stands on its parcel still: also one without a number. */
export const isParcelKept = ({ parcelId, parcelNumber }: Placed, { parcel }: TypedPlace) =>
  parcelId !== null && parcel.typed.trim() === (parcelNumber ?? '')

/** What was typed otherwise than it stands; a building that leaves its parcel takes the place shown for its own. */
export function changedPlace(building: Placed, typed: TypedPlace): SentPlace | undefined {
  if (isParcelKept(building, typed)) return {}
  const sent = sentPlace(typed)
  if (sent?.parcelId !== building.parcelId) return sent
  if (sent.parcelId !== null) return {}
  const { lon, lat } = sent
  return lon === building.lon && lat === building.lat ? {} : { lon, lat }
}
