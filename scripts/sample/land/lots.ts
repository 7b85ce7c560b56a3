import type { CorpsKey } from '../corps/profile.ts'
import { finalLand, numberedUntil } from '../parcel-numbers.ts'
import type { SampleProject } from '../project.ts'
import { squareMetresPerMu, type Wanted } from './lay-out.ts'

/** Land of a given size: what projects name, or what is kept in reserve. */
export type Lot = Wanted & { projects: readonly SampleProject[] }

/**
 * The reserve space of 三江创智新城. The article: “该区域近中期可用的储备空间有近900亩”. How many parcels, which and how
 * large is not said: these nine, in 亩, are invented and sum to 893.6.
 */
const reserve = [126.4, 118.2, 104.7, 98.3, 95.1, 92.5, 88.6, 87.9, 81.9]

/** The lots that projects of a corps name, as large as their land together; for 三江 its reserve too. */
export const lotsOf = (projects: readonly SampleProject[], corps: CorpsKey): Lot[] => {
  const own = projects.filter(
    ({ land, reached: { landSupplied }, corps: held }) =>
      land && landSupplied && landSupplied <= numberedUntil && held.at(-1)?.value === corps,
  )
  const lots = [...Map.groupBy(own, ({ parcel }) => parcel)].map(([number, holders]) => ({
    number,
    projects: holders,
    areaM2: holders.reduce((sum, project) => sum + finalLand(project), 0) * squareMetresPerMu,
  }))
  return corps === 'sanjiang' ? [...lots, ...reserveLots] : lots
}

const reserveLots: readonly Lot[] = reserve.map((mu, index) => ({
  number: `SJ-CB-${String(index + 1).padStart(2, '0')}`,
  projects: [],
  areaM2: mu * squareMetresPerMu,
}))
