import type { Light } from '../../../engine/lights/rule.ts'
import { type TileFeature, TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, monthOf } from '../../../shared/days.ts'
import { lightsOf } from '../../lights/server/lights-of.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import { type PlaceOnMap, placeOn } from '../../spaces/model/place.ts'
import { drawnTables } from '../drawn-tables.ts'
import type { Land } from './land.ts'
import { LogReader } from './log-reader.ts'
import { Ordinals } from './ordinals.ts'
import { type MappedProject, mappedProjects, type Touched } from './queries.ts'

export type PlacedProject = MappedProject & {
  /** By the zone’s rule, as everywhere but in the ledger’s own column. */
  light: Light
  /** Where the map shows it; undefined for one without a place. */
  at: PlaceOnMap | undefined
}

/** With the keys of the parcels that its ledger line names. */
type NamedProject = Omit<PlacedProject, 'at'> & { keys: readonly string[] }

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

  readonly #day: Day

  private constructor(log: LogReader | undefined, day: Day) {
    this.#log = log
    this.#day = day
  }

  static async load(db: Db, zoneId: string, land: Land, isPast: boolean): Promise<Projects> {
    const log = isPast ? undefined : await LogReader.open(db, zoneId, drawnTables.projects)
    const projects = new Projects(log, land.day)
    await projects.#read(db, zoneId)
    projects.#place(land, [...projects.#rows.keys()])
    return projects
  }

  /** Follows the log; whether anything stands or looks otherwise. */
  async follow(db: Db, zoneId: string, land: Land, landMoved: boolean): Promise<boolean> {
    const touched = (await this.#log?.next(db, zoneId)) ?? []
    // Another rule lights all of them otherwise.
    const isRuled = touched.some(({ entity }) => entity === 'light_rule')
    const ids = isRuled
      ? [...this.#rows.keys(), ...touched.map(projectOf)]
      : [...new Set(touched.map(projectOf))]
    if (ids.length > 0) await this.#read(db, zoneId, isRuled ? undefined : ids)
    const moved = landMoved || ids.length > 0
    if (moved) this.#place(land, ids)
    return moved
  }

  /** Reads all, or those of `ids`: who is not there any more is forgotten. */
  async #read(db: Db, zoneId: string, ids?: readonly string[]) {
    const lit = await lightsOf(db, zoneId, monthOf(this.#day), this.#day, ids)
    const rows = await mappedProjects(db, zoneId, ids)
    for (const id of ids ?? [...this.#rows.keys()]) this.#rows.delete(id)
    for (const row of rows)
      this.#rows.set(row.id, {
        ...row,
        light: lit.get(row.id)?.light ?? 'grey',
        keys: parcelKeysIn(row.parcelNo),
      })
  }

  /** Puts on the map what is new or stands elsewhere: `touched` in any case, the others where land gave way. */
  #place(land: Land, touched: readonly string[]) {
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
}

const projectOf = ({ entity, rowId, projectId }: Touched) =>
  entity === 'project' ? rowId : (projectId ?? rowId)

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
  light: project.light,
  unit: project.corpsId ?? '',
  chain: project.chain ?? '',
  /** 万元; circles grow with its root. */
  total: Number(project.total ?? 0),
  ...(project.at?.illustrative || project.provenance === 'illustrative' ? { ill: true } : {}),
})
