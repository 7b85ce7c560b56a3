import { planarArea, squareMetresText } from '../../../src/engine/geometry/area.ts'
import type { Ring } from '../../../src/engine/geometry/position.ts'
import { type ParcelStatus, parcelStatuses } from '../../../src/features/spaces/statuses.ts'
import { profiles } from '../corps/all.ts'
import type { CorpsKey } from '../corps/profile.ts'
import type { SampleProject } from '../project.ts'
import { luck } from '../random.ts'
import { areas } from './areas.ts'
import { type Course, courseOf, courseOfLot, shares } from './courses.ts'
import { type Drawn, draw } from './draw.ts'
import { type Lot, lotsOf } from './lots.ts'
import { areaOf } from './rings.ts'
import { lotUse, plainUse, reserveUse, type Use } from './uses.ts'

/** One invented parcel, through all surveys. */
export type Plot = Use & {
  corps: CorpsKey
  area: string
  /** Greens have a name only. */
  number: string | undefined
  name: string
  /** Metres, east and north, in EPSG:4528, to the millimetre; closed. */
  ring: Ring
  /** ㎡, 4 decimals: what the ring encloses. */
  areaM2: string
  course: Course
  /** Whose ledger rows name it. */
  projects: readonly string[]
}

export const plots = (projects: readonly SampleProject[]): Plot[] => {
  const all = areas()
  return profiles.flatMap(({ key }) => {
    const lots = new Map(lotsOf(projects, key).map((lot) => [lot.number, lot]))
    const own = all.filter(({ corps }) => corps === key)
    const drawn = draw(own, key, [...lots.values()])
    const greens = key === 'qiaonan' ? smallAtBorder(drawn) : []
    return [
      ...drawn.flatMap((one) => lotPlot(one, key, lots.get(one.number ?? '')) ?? []),
      ...greens.map((one, at) => greenPlot(one, key, at)),
      ...plainPlots(
        drawn.filter((one) => one.number === undefined && !greens.includes(one)),
        key,
      ),
    ]
  })
}

const greensInQiaonan = 6
const smallAtBorder = (drawn: readonly Drawn[]) =>
  drawn
    .filter(({ atBorder }) => atBorder)
    .sort((a, b) => areaOf(a.ring) - areaOf(b.ring))
    .slice(0, greensInQiaonan)

const greenPlot = ({ area, ring }: Drawn, corps: CorpsKey, at: number): Plot => ({
  ...surveyed(ring),
  landUse: '',
  landClass: '',
  corps,
  area: area.name,
  number: undefined,
  name: `桥南${String(at + 1).padStart(2, '0')}号绿地`,
  course: ['built', 'built', 'built'],
  projects: [],
})

const lotPlot = (
  { area, code, ring, number }: Drawn,
  corps: CorpsKey,
  lot: Lot | undefined,
): Plot | undefined => {
  if (!lot || number === undefined) return undefined
  const isReserve = lot.projects.length === 0
  return {
    ...surveyed(ring),
    ...(isReserve ? reserveUse : lotUse(number, corps)),
    corps,
    area: area.name,
    number,
    name: `${area.name}${code}${isReserve ? '储备' : ''}地块`,
    // Set out when the corps was asked to look for space: earlier surveys do not have it.
    course: isReserve ? [undefined, undefined, 'reserve'] : courseOfLot(lot.projects),
    projects: lot.projects.map(({ key }) => key),
  }
}

/** How mixed an area is: at nought all is built in the west and bare in the east. */
const mixture: Record<CorpsKey, number> = {
  shibei: 1.5,
  qiaonan: 1.5,
  kejicheng: 0.9,
  lvzhi: 0.5,
  sanjiang: 0.9,
}
/** From built to bare. */
const fromBuilt: readonly ParcelStatus[] = ['built', 'inefficient', 'idle', 'building', 'granted', 'listed', 'cleared', 'preparing', 'reserve'] // biome-ignore format: in one line

const plainPlots = (drawn: readonly Drawn[], corps: CorpsKey): Plot[] => {
  const easts = drawn.map(({ ring }) => ring[0]?.[0] ?? 0)
  const [west, east] = [Math.min(...easts), Math.max(...easts)]
  const ordered = drawn
    .map((one, at) => {
      const chance = luck(`plot-${one.area.letters}${one.code}`)
      const place = ((easts[at] ?? 0) - west) / (east - west) + chance.part() * mixture[corps]
      return { one, chance, place }
    })
    .sort((a, b) => a.place - b.place)
  return ordered.map(({ one: { area, code, ring }, chance }, at) => {
    const status = statusAt(shares[corps], (at + 0.5) / ordered.length)
    return {
      ...surveyed(ring),
      ...plainUse(corps, status, chance),
      corps,
      area: area.name,
      number: `${area.letters}${code}`,
      name: `${area.name}${code}地块`,
      course: courseOf(corps, status, chance),
      projects: [],
    }
  })
}

const statusAt = (of: Partial<Record<ParcelStatus, number>>, part: number): ParcelStatus => {
  let left = part * parcelStatuses.reduce((sum, status) => sum + (of[status] ?? 0), 0)
  for (const status of fromBuilt) {
    left -= of[status] ?? 0
    if (left < 0) return status
  }
  return 'built'
}

const surveyed = (ring: Ring): Pick<Plot, 'ring' | 'areaM2'> => {
  const [first] = ring
  const closed = first ? [...ring, first] : ring
  const areaM2 = squareMetresText(planarArea([closed]))
  if (areaM2 === undefined) throw new Error('A parcel encloses nothing.')
  return { ring: closed, areaM2 }
}
