import { TileIndex } from '../../../formats/vector-tile/tile-index.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type PlaceOnMap, placeOf } from '../../spaces/model/place.ts'
import type { Land } from './land.ts'
import { LogReader } from './log-reader.ts'
import { Ordinals } from './ordinals.ts'
import { type MappedProject, mappedProjects } from './queries.ts'

export type PlacedProject = MappedProject & {
  /** Where the map shows it; undefined for one without a place. */
  at: PlaceOnMap | undefined
}

const tables = ['project', 'progress', 'project_place']

/**
 * All projects of a zone with their places, in memory. It is read as the zone itself: nothing leaves it but what
 * a person’s own `visibleProjects` lets through.
 */
export class Projects {
  readonly all = new Map<string, PlacedProject>()
  readonly ordinals = new Ordinals()
  index: TileIndex = new TileIndex([])
  readonly #log: LogReader | undefined
  readonly #rows: Map<string, MappedProject>

  private constructor(log: LogReader | undefined, rows: MappedProject[]) {
    this.#log = log
    this.#rows = new Map(rows.map((row) => [row.id, row]))
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
      for (const row of await mappedProjects(db, zoneId, ids)) this.#rows.set(row.id, row)
    }
    const moved = landMoved || ids.length > 0
    if (moved) this.place(land)
    return moved
  }

  /** A project stands on the first parcel it names that is drawn, else where somebody put it. */
  place(land: Land) {
    this.all.clear()
    const parcelOf = (key: string) => land.points.get(key)
    for (const row of this.#rows.values()) this.all.set(row.id, { ...row, at: placeOf(row, parcelOf) })
    this.index = new TileIndex(
      [...this.all.values()].flatMap((project) =>
        project.at
          ? [
              {
                id: this.ordinals.of(project.id),
                properties: propertiesOf(project),
                geometry: {
                  type: 'Point' as const,
                  coordinates: [project.at.lon, project.at.lat] as [number, number],
                },
              },
            ]
          : [],
      ),
    )
  }
}

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
