import type { PlacedProject } from '../../../matching/plan-contract.ts'
import type { PlanPlaces } from '../../../matching/plan-places-contract.ts'
import type { PlanFeature } from './plan-drawn.ts'

/** One project on one space of a plan, as the map and the list beside it tell of it. */
export type Placement = {
  projectId: string
  name: string
  kind: 'parcel' | 'room'
  /** Of the space, as the plan named it. */
  label: string
  /** ㎡ that the project gets of it. */
  areaM2: number
  /** Parcels that it stands on now. */
  on: PlanPlaces['parcels']
  building: PlanPlaces['spaces'][number]['building']
  isKept: boolean
  /** Undefined where nothing is kept; null without an end. */
  untilOn: string | null | undefined
}

/** What the map says in the person’s words. */
export type PlanWords = {
  share: (areaM2: number, ofM2: number) => string
  divided: (areaM2: number, pieces: number) => string
  rooms: (count: number, areaM2: number) => string
}

/** Less than this of a parcel is rounding: ㎡. */
const crumbM2 = 1
/** About 300 m around a building. */
const near = 0.003

export function placementsOf(placed: readonly PlacedProject[], places: PlanPlaces): Placement[] {
  const spaces = new Map(places.spaces.map((space) => [space.id, space]))
  const parcels = new Map(places.parcels.map((parcel) => [parcel.id, parcel]))
  const kept = new Map(
    places.kept.map(({ projectId, spaceId, untilOn }) => [`${projectId} ${spaceId}`, untilOn]),
  )
  return placed.flatMap(({ project, place }) =>
    place.parts.map((part): Placement => {
      const space = spaces.get(part.id)
      const untilOn = kept.get(`${project.id} ${part.id}`)
      return {
        ...{ projectId: project.id, name: project.name, kind: part.kind, label: part.label },
        areaM2: place.kind === 'part' ? place.areaM2 : part.areaM2,
        on: (space?.parcelIds ?? []).flatMap((id) => parcels.get(id) ?? []),
        building: space?.building ?? null,
        ...{ isKept: untilOn !== undefined, untilOn },
      }
    }),
  )
}

/** Whether nothing is left that a map could show. */
export const isLost = ({ on, building }: Placement) => on.length === 0 && building === null

/** Whole parcels with whose they become and how much of them, and buildings with the rooms: lines within a parcel are nobody’s yet. */
export const featuresOf = (placements: readonly Placement[], words: PlanWords): PlanFeature[] => [
  ...onParcels(placements, words),
  ...inBuildings(placements, words),
]

function onParcels(placements: readonly Placement[], words: PlanWords): PlanFeature[] {
  const all = placements.flatMap((placement) => placement.on.map((parcel) => ({ parcel, placement })))
  return [...Map.groupBy(all, ({ parcel }) => parcel.id).values()].flatMap((own): PlanFeature[] => {
    const [first] = own
    if (!first) return []
    const { boundary, lon, lat } = first.parcel
    const properties = {
      projects: own.map(({ placement }) => placement.projectId).join(' '),
      isKept: own.every(({ placement }) => placement.isKept),
      rooms: 0,
      label: own
        .map(({ placement: { name, areaM2, on }, parcel }) =>
          [
            name,
            on.length > 1
              ? words.divided(areaM2, on.length)
              : words.share(areaM2, parcel.areaM2 - areaM2 < crumbM2 ? areaM2 : parcel.areaM2),
          ].join('\n'),
        )
        .join('\n'),
    }
    return [
      { type: 'Feature', properties, geometry: boundary as PlanFeature['geometry'] },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } },
    ]
  })
}

function inBuildings(placements: readonly Placement[], words: PlanWords): PlanFeature[] {
  const all = placements.flatMap((placement) =>
    placement.building ? [{ building: placement.building, placement }] : [],
  )
  return [...Map.groupBy(all, ({ building }) => building.id).values()].flatMap((own): PlanFeature[] => {
    const [first] = own
    if (!first) return []
    const byProject = [...Map.groupBy(own, ({ placement }) => placement.projectId).values()]
    return [
      {
        type: 'Feature',
        properties: {
          projects: byProject.map(([one]) => one?.placement.projectId).join(' '),
          isKept: own.every(({ placement }) => placement.isKept),
          rooms: own.length,
          label: byProject
            .map((rooms) =>
              [
                rooms[0]?.placement.name,
                words.rooms(
                  rooms.length,
                  rooms.reduce((sum, { placement }) => sum + placement.areaM2, 0),
                ),
              ].join('\n'),
            )
            .join('\n'),
        },
        geometry: { type: 'Point', coordinates: [first.building.lon, first.building.lat] },
      },
    ]
  })
}

/** West, south, east, north of these; undefined where none is anywhere. */
export function boundsOf(placements: readonly Placement[]): number[] | undefined {
  const boxes = placements.flatMap(({ on, building }) => [
    ...on.map(({ bounds }) => bounds),
    ...(building
      ? [[building.lon - near, building.lat - near, building.lon + near, building.lat + near]]
      : []),
  ])
  if (boxes.length === 0) return undefined
  const edge = (at: number, pick: typeof Math.min) => pick(...boxes.map((box) => box[at] ?? Number.NaN))
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]
}
