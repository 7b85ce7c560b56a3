import { sumDecimal } from '../../../../shared/decimal.ts'
import { showArea, showNumber } from '../../../../web/format.ts'
import { type ParcelStatus, parcelStatuses } from '../../../spaces/statuses.ts'
import type { Legend } from '../../contract.ts'
import { countsByPhase } from '../legend-counts.ts'
import type { MapAsked } from '../map-address.ts'
import { lightOrder, phases } from '../project-looks.ts'

export type ParcelLine = { status: ParcelStatus; count: number; mu: string }
export type ProjectLine = { key: string; count: number }

/** What a sheet counts: the parts of the map that are on it, none of those that were taken off. */
export type LegendLines = {
  parcels: ParcelLine[]
  parcelsTogether: { count: number; mu: string }
  /** Null where there is none, or where they were taken off. */
  buildings: { count: number; vacantM2: string } | null
  projects: ProjectLine[]
  projectsTogether: number
  /** Statuses, phases, lights or buildings that were taken off the map. */
  left: string[]
}

export function legendLines(counts: Legend, { by, hidden }: Pick<MapAsked, 'by' | 'hidden'>): LegendLines {
  const wholeMu = (areaM2: string) => showArea(areaM2, { digits: 0 })
  const statuses = parcelStatuses.filter((status) => !hidden.has(status))
  const drawn = counts.parcels.filter(({ key }) => !hidden.has(key))
  const byPhase = countsByPhase(counts.stages)
  const keys = by === 'stage' ? phases : lightOrder
  const countOf = (key: string) =>
    by === 'stage'
      ? (byPhase.get(key as (typeof phases)[number]) ?? 0)
      : (counts.lights.find((light) => light.key === key)?.count ?? 0)
  const projects = keys.filter((key) => !hidden.has(key)).map((key) => ({ key, count: countOf(key) }))
  return {
    parcels: statuses.map((status) => {
      const own = drawn.find(({ key }) => key === status)
      return { status, count: own?.count ?? 0, mu: wholeMu(own?.areaM2 ?? '0') }
    }),
    parcelsTogether: {
      count: drawn.reduce((sum, { count }) => sum + count, 0),
      mu: wholeMu(sumDecimal(drawn.map(({ areaM2 }) => areaM2))),
    },
    buildings:
      counts.buildings.count === 0 || hidden.has('buildings')
        ? null
        : { count: counts.buildings.count, vacantM2: showNumber(counts.buildings.vacantM2, 0) },
    projects,
    projectsTogether: projects.reduce((sum, { count }) => sum + count, 0),
    left: [...hidden].filter((key) => [...parcelStatuses, 'buildings', ...keys].some((own) => own === key)),
  }
}
