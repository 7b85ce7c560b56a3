import { planarArea } from '../../../engine/geometry/area.ts'
import { boundsOf } from '../../../engine/geometry/inside.ts'
import { interiorPoint } from '../../../engine/geometry/interior-point.ts'
import { type TileFeature, TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { KeptShare } from '../../matching/contract.ts'
import { keptShare, listKept } from '../../matching/server/kept.ts'
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

/** What is followed parcel by parcel. */
const byParcel: readonly string[] = ['parcel', ...drawnTables.kept, ...drawnTables.keepers]
const followed = [...drawnTables.land, ...byParcel]
/** By parcel, null for all of it: ㎡ that are kept for projects. */
type Kept = ReadonlyMap<string, string | null>
/** What the log says moved: how parcels look, parcels themselves, or `more`, so that everything is to be read anew. */
export type LandMoved = 'nothing' | 'looks' | 'parcels' | 'more'

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
  #kept: Kept
  readonly #log: LogReader | undefined

  private constructor(day: Day, log: LogReader | undefined, { areas, parcels, former, kept }: Read) {
    this.day = day
    this.#log = log
    this.#kept = kept
    this.territories = areas.map(({ boundary, ...area }) => ({
      ...area,
      bounds: boundsOf(surfacesOf(boundary).flat()) ?? [],
    }))
    this.areas = new TileIndex(areas.map((area) => areaFeature(area, this.ordinals)))
    this.names = new TileIndex(areas.flatMap((area) => nameFeature(areaFeature(area, this.ordinals))))
    for (const point of former) this.points.set(point.key, point)
    for (const parcel of parcels) this.#know(parcel)
    this.shapes = new TileIndex(
      parcels.map((parcel) => this.#shapeOf(parcel)),
      ['status', 'unit', 'ill', 'kept'],
    )
    this.labels = new TileIndex(parcels.map((parcel) => this.#labelOf(parcel)))
  }

  static async load(db: Db, zoneId: string, day: Day, isPast: boolean): Promise<Land> {
    const log = isPast ? undefined : await LogReader.open(db, zoneId, followed)
    const areas = await drawnTerritories(db, zoneId, day)
    const parcels: DrawnParcel[] = []
    for await (const page of drawnParcels(db, zoneId, day)) parcels.push(...page)
    const former = (await listParcelPoints(db, zoneId)).filter(({ endedOn }) => endedOn !== null)
    const kept = await listKept(db, zoneId, day)
    return new Land(day, log, { areas, parcels, former, kept })
  }

  /** What of a parcel is kept for projects, in ㎡ and by share; undefined where nothing is. */
  keptOf({
    id,
    areaM2,
  }: Pick<KnownParcel, 'id' | 'areaM2'>): { share: KeptShare; areaM2: string } | undefined {
    const keptM2 = this.#kept.get(id)
    const share = keptShare(keptM2, areaM2)
    return share && { share, areaM2: share === 'kept' ? areaM2 : (keptM2 ?? areaM2) }
  }

  /** Follows the log: of what else it is drawn changes rarely, and then all must be loaded anew. */
  async follow(db: Db, zoneId: string): Promise<LandMoved> {
    const touched = (await this.#log?.next(db, zoneId)) ?? []
    if (touched.length === 0) return 'nothing'
    if (touched.some(({ entity }) => !byParcel.includes(entity))) return 'more'
    const moved = new Set(touched.filter(({ entity }) => entity === 'parcel').map(({ rowId }) => rowId))
    const kept = await listKept(db, zoneId, this.day)
    const ids = [...new Set([...moved, ...differing(this.#kept, kept)])]
    // Most saves of a project move nothing that is kept.
    if (ids.length === 0) return 'nothing'
    const now: DrawnParcel[] = []
    for await (const page of drawnParcels(db, zoneId, this.day, ids)) now.push(...page)
    const there = new Set(now.map(({ id }) => id))
    const gone = ids.filter((id) => !there.has(id))
    // A number given up, by who is gone or who was renamed, is that of another again: one split away, mostly.
    const keysBefore = [...moved].flatMap((id) => parcelKey(this.parcels.get(id)?.number) ?? [])
    const points = await listParcelPoints(db, zoneId, keysBefore)
    // From here to the end nobody else gets a turn, so no tile is cut of half of it.
    this.#kept = kept
    for (const id of moved) this.#forget(id)
    for (const point of points) this.points.set(point.key, point)
    for (const parcel of now) if (moved.has(parcel.id)) this.#know(parcel)
    const numbers = gone.map((id) => this.ordinals.of(id))
    this.shapes.remove(numbers)
    this.labels.remove(numbers)
    this.shapes.put(now.map((parcel) => this.#shapeOf(parcel)))
    this.labels.put(now.map((parcel) => this.#labelOf(parcel)))
    return moved.size > 0 ? 'parcels' : 'looks'
  }

  #shapeOf(parcel: DrawnParcel): TileFeature {
    return shapeFeature(parcel, this.ordinals, this.keptOf(parcel)?.share)
  }

  #labelOf(parcel: DrawnParcel): TileFeature {
    return labelFeature(parcel, this.ordinals, this.keptOf(parcel)?.share)
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

type Read = { areas: DrawnTerritory[]; parcels: DrawnParcel[]; former: FormerPoint[]; kept: Kept }

/** Of which parcels another amount is kept. */
const differing = (one: Kept, other: Kept): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id))

const illustrative = (provenance: string | null): Record<string, boolean> =>
  provenance === 'illustrative' ? { ill: true } : {}

const shapeFeature = (parcel: DrawnParcel, ordinals: Ordinals, kept: KeptShare | undefined): TileFeature => ({
  id: ordinals.of(parcel.id),
  properties: {
    id: parcel.id,
    status: parcel.status,
    unit: parcel.unitId ?? '',
    ...illustrative(parcel.provenance),
    ...(kept ? { kept } : {}),
  },
  geometry: parcel.boundary,
})

const labelFeature = (parcel: DrawnParcel, ordinals: Ordinals, kept: KeptShare | undefined): TileFeature => ({
  id: ordinals.of(parcel.id),
  properties: {
    id: parcel.id,
    status: parcel.status,
    unit: parcel.unitId ?? '',
    label: parcel.name ?? parcel.number ?? '',
    number: parcel.number ?? '',
    area: Number(parcel.areaM2),
    ...(kept ? { kept } : {}),
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
