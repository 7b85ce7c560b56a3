import { parcelKeysIn } from './number-key.ts'

export type ParcelPoint = {
  id: string
  lon: number
  lat: number
  west: number
  south: number
  east: number
  north: number
  provenance: string | null
}
type Placeable = {
  id: string
  lon: number | null
  lat: number | null
  placeProvenance: string | null
}
export type PlaceOnMap = { lon: number; lat: number; parcelId: string | null; illustrative: boolean }

type ParcelOf = (key: string) => ParcelPoint | undefined

/** How far from a parcel’s point a project may stand, as a share of the parcel’s width and height. */
const share = 0.22

/**
 * Where the map shows a project: on the first parcel its ledger line names that is drawn, else where somebody put it.
 * Projects of one parcel stand around its point, each where its own id says, so that nobody’s place tells of another.
 */
export const placeOf = (row: Placeable & { parcelNo: string | null }, parcelOf: ParcelOf) =>
  placeOn(parcelKeysIn(row.parcelNo), row, parcelOf)

/** The same, of one whose parcels are known by their keys. */
export function placeOn(keys: readonly string[], row: Placeable, parcelOf: ParcelOf): PlaceOnMap | undefined {
  for (const key of keys) {
    const parcel = parcelOf(key)
    if (!parcel) continue
    const [angle, distance] = [fraction(row.id, 0) * 2 * Math.PI, Math.sqrt(fraction(row.id, 1)) * share]
    return {
      lon: parcel.lon + Math.sin(angle) * distance * (parcel.east - parcel.west),
      lat: parcel.lat + Math.cos(angle) * distance * (parcel.north - parcel.south),
      parcelId: parcel.id,
      illustrative: parcel.provenance === 'illustrative',
    }
  }
  if (row.lon === null || row.lat === null) return undefined
  return { lon: row.lon, lat: row.lat, parcelId: null, illustrative: row.placeProvenance === 'illustrative' }
}

/** From 0 to 1, of an id’s last hexadecimal digits, which are chance in a UUIDv7. */
const fraction = (id: string, part: 0 | 1) =>
  Number.parseInt(id.replaceAll('-', '').slice(-12 + part * 6, part === 0 ? -6 : undefined), 16) / 0x1000000
