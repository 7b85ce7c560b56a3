import { planarArea } from '../../../engine/geometry/area.ts'
import { boundsOf } from '../../../engine/geometry/inside.ts'
import { interiorPoint } from '../../../engine/geometry/interior-point.ts'
import { type TileFeature, TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { parcelKey } from '../../spaces/model/number-key.ts'
import type { ParcelPoint } from '../../spaces/model/place.ts'
import { surfacesOf } from '../../spaces/model/surfaces-of.ts'
import { listParcelPoints } from '../../spaces/server/queries.ts'
import { drawnTables } from '../drawn-tables.ts'
import { LogReader } from './log-reader.ts'
import { Ordinals } from './ordinals.ts'
import { type DrawnParcel, type DrawnTerritory, drawnParcels, drawnTerritories } from './queries.ts'

export type KnownParcel = Omit<DrawnParcel, 'boundary'>
export type KnownTerritory = Omit<DrawnTerritory, 'boundary'> & { bounds: number[] }

type FormerPoint = Awaited<ReturnType<typeof listParcelPoints>>[number]

/** Of what it is drawn: a change of one of these that is no parcel is rare, and everything is read anew. */

/** The land of a zone as the map draws it, in memory: followed by the log, or as it stood on a day. */
export class Land {
  readonly parcels = new Map<string, KnownParcel>()
  /** Where projects stand by the number they name: of parcels that are there, and of those split or merged away. */
  readonly points = new Map<string, ParcelPoint>()
  readonly territories: KnownTerritory[]
  readonly ordinals = new Ordinals()
  readonly shapes: TileIndex
  readonly labels: TileIndex
  readonly areas: TileIndex
  /** One point for each territory: a shape’s own name would stand once in every tile that it runs through. */
  readonly names: TileIndex
  readonly day: Day
  readonly #log: LogReader | undefined

  private constructor(
    day: Day,
    log: LogReader | undefined,
    areas: DrawnTerritory[],
    parcels: DrawnParcel[],
    former: FormerPoint[],
  ) {
    this.day = day
    this.#log = log
    this.territories = areas.map(({ boundary, ...area }) => ({
      ...area,
      bounds: boundsOf(surfacesOf(boundary).flat()) ?? [],
    }))
    this.areas = new TileIndex(areas.map((area) => areaFeature(area, this.ordinals)))
    this.names = new TileIndex(areas.flatMap((area) => nameFeature(areaFeature(area, this.ordinals))))
    for (const point of former) this.points.set(point.key, point)
    for (const parcel of parcels) this.#know(parcel)
    this.shapes = new TileIndex(
      parcels.map((parcel) => shapeFeature(parcel, this.ordinals)),
      ['status', 'unit', 'ill'],
    )
    this.labels = new TileIndex(parcels.map((parcel) => labelFeature(parcel, this.ordinals)))
  }

  static async load(db: Db, zoneId: string, day: Day, isPast: boolean): Promise<Land> {
    const log = isPast ? undefined : await LogReader.open(db, zoneId, drawnTables.land)
    const areas = await drawnTerritories(db, zoneId, day)
    const parcels: DrawnParcel[] = []
    for await (const page of drawnParcels(db, zoneId, day)) parcels.push(...page)
    const former = (await listParcelPoints(db, zoneId)).filter(({ endedOn }) => endedOn !== null)
    return new Land(day, log, areas, parcels, former)
  }

  /** Follows the log: whether a parcel moved, or `more` than parcels, and all must be loaded anew. */
  async follow(db: Db, zoneId: string): Promise<boolean | 'more'> {
    const touched = (await this.#log?.next(db, zoneId)) ?? []
    if (touched.some(({ entity }) => entity !== 'parcel')) return 'more'
    const ids = [...new Set(touched.map(({ rowId }) => rowId))]
    if (ids.length === 0) return false
    const now: DrawnParcel[] = []
    for await (const page of drawnParcels(db, zoneId, this.day, ids)) now.push(...page)
    const there = new Set(now.map(({ id }) => id))
    const gone = ids.filter((id) => !there.has(id))
    // A number given up, by who is gone or who was renamed, is that of another again: one split away, mostly.
    const keysBefore = ids.flatMap((id) => parcelKey(this.parcels.get(id)?.number) ?? [])
    const points = await listParcelPoints(db, zoneId, keysBefore)
    // From here to the end nobody else gets a turn, so no tile is cut of half of it.
    for (const id of ids) this.#forget(id)
    for (const point of points) this.points.set(point.key, point)
    for (const parcel of now) this.#know(parcel)
    const numbers = gone.map((id) => this.ordinals.of(id))
    this.shapes.remove(numbers)
    this.labels.remove(numbers)
    this.shapes.put(now.map((parcel) => shapeFeature(parcel, this.ordinals)))
    this.labels.put(now.map((parcel) => labelFeature(parcel, this.ordinals)))
    return true
  }

  #know({ boundary: _, ...parcel }: DrawnParcel) {
    this.parcels.set(parcel.id, parcel)
    const key = parcelKey(parcel.number)
    if (key) this.points.set(key, parcel)
  }

  #forget(id: string) {
    const key = parcelKey(this.parcels.get(id)?.number)
    if (key && this.points.get(key)?.id === id) this.points.delete(key)
    this.parcels.delete(id)
  }
}

const illustrative = (provenance: string | null): Record<string, boolean> =>
  provenance === 'illustrative' ? { ill: true } : {}

const shapeFeature = (parcel: DrawnParcel, ordinals: Ordinals): TileFeature => ({
  id: ordinals.of(parcel.id),
  properties: {
    id: parcel.id,
    status: parcel.status,
    unit: parcel.unitId ?? '',
    ...illustrative(parcel.provenance),
  },
  geometry: parcel.boundary,
})

const labelFeature = (parcel: DrawnParcel, ordinals: Ordinals): TileFeature => ({
  id: ordinals.of(parcel.id),
  properties: {
    id: parcel.id,
    status: parcel.status,
    unit: parcel.unitId ?? '',
    label: parcel.name ?? parcel.number ?? '',
    number: parcel.number ?? '',
    area: Number(parcel.areaM2),
  },
  geometry: { type: 'Point', coordinates: [parcel.lon, parcel.lat] },
})

type AreaFeature = TileFeature & { geometry: DrawnTerritory['boundary'] }
const areaFeature = (area: DrawnTerritory, ordinals: Ordinals): AreaFeature => ({
  id: ordinals.of(area.id),
  properties: { id: area.id, name: area.name, unit: area.unitId ?? '', unitName: area.unit ?? '' },
  geometry: area.boundary,
})

/** In the middle of the largest part. */
function nameFeature({ geometry, ...feature }: AreaFeature): TileFeature[] {
  const [largest] = [...surfacesOf(geometry)].sort((a, b) => planarArea(b) - planarArea(a))
  const point = largest && interiorPoint(largest)
  return point ? [{ ...feature, geometry: { type: 'Point', coordinates: point } }] : []
}
