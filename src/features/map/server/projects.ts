import { type TileFeature, TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import { type PlaceOnMap, placeOn } from '../../spaces/model/place.ts'
import type { Land } from './land.ts'
import { LogReader } from './log-reader.ts'
import { Ordinals } from './ordinals.ts'
import { type MappedProject, mappedProjects } from './queries.ts'

export type PlacedProject = MappedProject & {
  /** Where the map shows it; undefined for one without a place. */
  at: PlaceOnMap | undefined
}

/** With the keys of the parcels that its ledger line names. */
type NamedProject = MappedProject & { keys: readonly string[] }

const tables = ['project', 'progress', 'project_place']

/**
 * All projects of a zone with their places, in memory. It is read as the zone itself: nothing leaves it but what
 * a person’s own `visibleProjects` lets through.
 */
export class Projects {
  readonly all = new Map<string, PlacedProject>()
  readonly ordinals = new Ordinals()
  readonly index = new TileIndex([])
  readonly #log: LogReader | undefined
  readonly #rows = new Map<string, NamedProject>()

  private constructor(log: LogReader | undefined, rows: MappedProject[]) {
    this.#log = log
    for (const row of rows) this.#know(row)
  }

  static async load(db: Db, zoneId: string, land: Land, isPast: boolean): Promise<Projects> {
    const log = isPast ? undefined : await LogReader.open(db, zoneId, tables)
    const projects = new Projects(log, await mappedProjects(db, zoneId))
    projects.place(land)
    return projects
  }

  /** Follows the log; whether anything stands or looks otherwise. */
  async follow(db: Db, zoneId: string, land: Land, landMoved: boolean): Promise<boolean> {
    const touched = (await this.#log?.next(db, zoneId)) ?? []
    const ids = [
      ...new Set(
        touched.map(({ entity, rowId, projectId }) => (entity === 'project' ? rowId : (projectId ?? rowId))),
      ),
    ]
    if (ids.length > 0) {
      for (const id of ids) this.#rows.delete(id)
      for (const row of await mappedProjects(db, zoneId, ids)) this.#know(row)
    }
    const moved = landMoved || ids.length > 0
    if (moved) this.place(land, ids)
    return moved
  }

  /** Puts on the map what is new or stands elsewhere: `touched` in any case, the others where land gave way. */
  place(land: Land, touched: readonly string[] = [...this.#rows.keys()]) {
    const parcelOf = (key: string) => land.points.get(key)
    const drawn: PlacedProject[] = []
    const gone = touched.filter((id) => !this.#rows.has(id))
    for (const id of gone) this.all.delete(id)
    const isTouched = new Set(touched)
    for (const { keys, ...row } of this.#rows.values()) {
      const at = placeOn(keys, row, parcelOf)
      if (!isTouched.has(row.id) && isSame(this.all.get(row.id)?.at, at)) continue
      const project = { ...row, at }
      this.all.set(row.id, project)
      if (at) drawn.push(project)
      else gone.push(row.id)
    }
    this.index.remove(gone.map((id) => this.ordinals.of(id)))
    this.index.put(drawn.map((project) => featureOf(project, this.ordinals)))
  }

  #know(row: MappedProject) {
    this.#rows.set(row.id, { ...row, keys: parcelKeysIn(row.parcelNo) })
  }
}

const isSame = (one: PlaceOnMap | undefined, other: PlaceOnMap | undefined) =>
  one?.lon === other?.lon &&
  one?.lat === other?.lat &&
  one?.parcelId === other?.parcelId &&
  one?.illustrative === other?.illustrative

const featureOf = (project: PlacedProject, ordinals: Ordinals): TileFeature => ({
  id: ordinals.of(project.id),
  properties: propertiesOf(project),
  geometry: { type: 'Point', coordinates: [project.at?.lon ?? 0, project.at?.lat ?? 0] },
})

const propertiesOf = (project: PlacedProject) => ({
  id: project.id,
  name: project.name,
  stage: project.stage,
  standing: project.standing,
  light: project.light ?? 'grey',
  unit: project.corpsId ?? '',
  chain: project.chain ?? '',
  /** 万元; circles grow with its root. */
  total: Number(project.total ?? 0),
  ...(project.at?.illustrative || project.provenance === 'illustrative' ? { ill: true } : {}),
})
