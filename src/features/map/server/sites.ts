import { sql } from 'kysely'
import { type TileFeature, TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { divideDecimal } from '../../../shared/decimal.ts'
import { vacantOf } from '../../buildings/server/list.ts'
import { listBuildings, noRooms, sumByBuilding } from '../../buildings/server/queries.ts'
import { drawnTables } from '../drawn-tables.ts'
import { LogReader } from './log-reader.ts'
import { Ordinals } from './ordinals.ts'

export type Site = {
  id: string
  name: string
  unitId: string | null
  provenance: string | null
  lon: number
  lat: number
  areaM2: string
  vacantM2: string
}

const everything = sql`true`

/** The buildings of a zone that have a place, with what is vacant in them that day: few, and read anew when any moved. */
export class Sites {
  readonly all = new Map<string, Site>()
  readonly ordinals = new Ordinals()
  index: TileIndex = new TileIndex([])
  readonly #log: LogReader | undefined
  /** Also of buildings whose parcel is gone: they return with it. */
  #hasBuildings = false

  private constructor(log: LogReader | undefined) {
    this.#log = log
  }

  static async load(db: Db, zoneId: string, day: Day, isPast: boolean): Promise<Sites> {
    const sites = new Sites(isPast ? undefined : await LogReader.open(db, zoneId, drawnTables.sites))
    sites.#place(await readSites(db, zoneId, day))
    return sites
  }

  /** Follows the log; whether anything stands or looks otherwise. A building stands on its parcel. */
  async follow(db: Db, zoneId: string, day: Day, landMoved: boolean): Promise<boolean> {
    const touched = (await this.#log?.next(db, zoneId)) ?? []
    if (touched.length === 0 && !(landMoved && this.#hasBuildings)) return false
    this.#place(await readSites(db, zoneId, day))
    return true
  }

  #place({ hasBuildings, sites }: Read) {
    this.#hasBuildings = hasBuildings
    this.all.clear()
    for (const site of sites) this.all.set(site.id, site)
    this.index = new TileIndex(sites.map((site) => featureOf(site, this.ordinals)))
  }
}

type Read = { hasBuildings: boolean; sites: Site[] }

async function readSites(db: Db, zoneId: string, day: Day): Promise<Read> {
  const buildings = await listBuildings(db, zoneId, day, everything)
  const sums = await sumByBuilding(db, zoneId, day, everything)
  const sites = buildings.flatMap(({ id, name, number, unitId, provenance, lon, lat }) => {
    if (lon === null || lat === null) return []
    const own = sums.get(id)?.sums ?? noRooms
    const whole = [name, number].filter(Boolean).join(' ')
    return [{ id, name: whole, unitId, provenance, lon, lat, areaM2: own.areaM2, vacantM2: vacantOf(own) }]
  })
  return { hasBuildings: buildings.length > 0, sites }
}

/** Of its rooms’ area, in %; -1 where it has no rooms. */
export const vacantPercent = ({ areaM2, vacantM2 }: Pick<Site, 'areaM2' | 'vacantM2'>): number =>
  areaM2 === '0' ? -1 : Math.round(Number(divideDecimal(vacantM2, areaM2, 4)) * 100)

const featureOf = (site: Site, ordinals: Ordinals): TileFeature => ({
  id: ordinals.of(site.id),
  properties: {
    id: site.id,
    name: site.name,
    unit: site.unitId ?? '',
    area: Number(site.areaM2),
    vacant: Number(site.vacantM2),
    share: vacantPercent(site),
    ...(site.provenance === 'illustrative' ? { ill: true } : {}),
  },
  geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
})
