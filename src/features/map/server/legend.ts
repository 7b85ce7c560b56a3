import { sumDecimal } from '../../../shared/decimal.ts'
import type { Legend, LegendQuery, MapSelection, MapState } from '../contract.ts'
import type { Sheet } from './atlas.ts'
import { boundsOfBoth } from './bounds.ts'
import type { PlacedProject } from './projects.ts'

type Visible = ReadonlySet<string> | undefined

export const visibleProjectsOf = ({ projects }: Sheet, visible: Visible): PlacedProject[] =>
  [...projects.all.values()].filter(({ id }) => visible === undefined || visible.has(id))

/** What the map shows under a filter and in sight, counted exactly. */
export function countLegend(sheet: Sheet, visible: Visible, query: LegendQuery): Legend {
  const isIn = within(query.bounds)
  const inSight = [...sheet.land.parcels.values()].filter(
    ({ unitId, lon, lat }) => (!query.unitId || unitId === query.unitId) && isIn(lon, lat),
  )
  const parcels = [...Map.groupBy(inSight, ({ status }) => status)].map(([key, own]) => ({
    key,
    count: own.length,
    areaM2: sumDecimal(own.map(({ areaM2 }) => areaM2)),
  }))
  const kept = inSight.flatMap((parcel) => sheet.land.keptOf(parcel) ?? [])
  const buildings = [...sheet.sites.all.values()].filter(
    ({ unitId, lon, lat }) => (!query.unitId || unitId === query.unitId) && isIn(lon, lat),
  )
  const wanted = visibleProjectsOf(sheet, visible).filter(
    ({ corpsId, chain }) =>
      (!query.unitId || corpsId === query.unitId) && (!query.chain || chain === query.chain),
  )
  const shown = wanted.filter(({ at }) => at && isIn(at.lon, at.lat))
  return {
    parcels,
    areaM2: sumDecimal(parcels.map(({ areaM2 }) => areaM2)),
    kept: [...Map.groupBy(kept, ({ share }) => share)].map(([key, own]) => ({
      key,
      count: own.length,
      areaM2: sumDecimal(own.map(({ areaM2 }) => areaM2)),
    })),
    buildings: {
      count: buildings.length,
      areaM2: sumDecimal(buildings.map(({ areaM2 }) => areaM2)),
      vacantM2: sumDecimal(buildings.map(({ vacantM2 }) => vacantM2)),
    },
    stages: countBy(shown, ({ stage }) => stage),
    lights: countBy(shown, ({ light }) => light),
    projects: shown.length,
    unplaced: wanted.filter(({ at }) => !at).length,
    isIllustrative:
      inSight.some(({ provenance }) => provenance === 'illustrative') ||
      shown.some(({ provenance, at }) => provenance === 'illustrative' || at?.illustrative === true),
  }
}

function countBy(projects: readonly PlacedProject[], keyOf: (project: PlacedProject) => string) {
  const counts = new Map<string, number>()
  for (const project of projects) counts.set(keyOf(project), (counts.get(keyOf(project)) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({ key, count }))
}

const within = (text: string | undefined) => {
  if (!text) return () => true
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
  return (lon: number, lat: number) => lon >= west && lon <= east && lat >= south && lat <= north
}

export function stateOf(sheet: Sheet, visible: Visible, days: Pick<MapState, 'since' | 'until'>): MapState {
  const { land, sites } = sheet
  const projects = visibleProjectsOf(sheet, visible)
  const units = new Map<string, { id: string; name: string; bounds: number[] | null }>()
  for (const { unitId, unit, bounds } of land.territories)
    if (unitId && unit)
      units.set(unitId, { id: unitId, name: unit, bounds: boundsOfBoth(units.get(unitId)?.bounds, bounds) })
  const all = [
    ...land.territories.map(({ bounds }) => bounds),
    ...[...land.parcels.values()].map(({ west, south, east, north }) => [west, south, east, north]),
    ...[...sites.all.values()].map(({ lon, lat }) => [lon, lat, lon, lat]),
    ...projects.flatMap(({ at }) => (at ? [[at.lon, at.lat, at.lon, at.lat]] : [])),
  ]
  return {
    ...days,
    bounds: all.reduce<number[] | null>((sum, bounds) => boundsOfBoth(sum, bounds), null),
    units: [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    chains: [...new Set(projects.flatMap(({ chain }) => chain ?? []))].sort((a, b) =>
      a.localeCompare(b, 'zh'),
    ),
    parcels: land.parcels.size,
    projects: projects.filter(({ at }) => at).length,
    unplaced: projects.filter(({ at }) => !at).length,
  }
}

export const countSelection = (
  { land, sites }: Sheet,
  held: { projects: string[]; parcels: string[]; buildings: string[] },
): MapSelection => ({
  projects: held.projects.length,
  parcels: held.parcels.filter((id) => land.parcels.has(id)).length,
  areaM2: sumDecimal(held.parcels.map((id) => land.parcels.get(id)?.areaM2 ?? '0')),
  buildings: held.buildings.filter((id) => sites.all.has(id)).length,
})
