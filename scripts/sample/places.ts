import { toLonLat } from '../../src/engine/geometry/project.ts'
import { officeXlsx } from '../workbooks/office-xlsx/package.ts'
import { surveyEpsg } from './land/areas.ts'
import type { Plot } from './land/plots.ts'
import { campusesOf, spotAt, spotsIn } from './land/spots.ts'
import { savedAt } from './layouts/words.ts'
import { linesOf } from './ledgers.ts'
import { lastMonth, type SampleProject } from './project.ts'
import { luck } from './random.ts'

export type SamplePlace = { name: string; lon: number; lat: number; note: string }

/** About half of those who rent are on the map: the others show what it says of projects without a place. */
const shareOfRented = 0.5
/** Between projects in one building, metres. */
const apart = 14

/** Where projects are that name no parcel. The article says of no project where it stands. */
export const placesOf = (projects: readonly SampleProject[], plots: readonly Plot[]): SamplePlace[] => [
  ...spotsIn(plots).map(({ name, at }) => ({
    name,
    ...degrees(at),
    note: '点位为示意：报道未述具体位置。',
  })),
  ...rentedPlaces(projects, plots),
]

const rentedPlaces = (projects: readonly SampleProject[], plots: readonly Plot[]): SamplePlace[] => {
  const campuses = campusesOf(plots)
  return linesOf(projects, lastMonth).flatMap(({ key, corps, values }) => {
    const { name, parcelNo } = values
    const [, campus, building] = /^(\D+)(\d+)号楼/.exec(String(parcelNo ?? '')) ?? []
    const chance = luck(`place-${key}`)
    if (!campus || !chance.chance(shareOfRented)) return []
    const plot = campuses.get(`${corps} ${campus}`)
    if (!plot) throw new Error(`${parcelNo} of ${corps} stands nowhere.`)
    const [east, north] = spotAt(plot, Number(building))
    const stray = () => (chance.part() - 0.5) * apart
    const at = degrees([east + stray(), north + stray()])
    return [{ name: String(name), ...at, note: `${parcelNo}（点位为示意）` }]
  })
}

/** A tenth of a metre. */
const digits = 6
const degrees = (eastNorth: [number, number]) => {
  const [lon, lat] = toLonLat(surveyEpsg, eastNorth)
  return { lon: Number(lon.toFixed(digits)), lat: Number(lat.toFixed(digits)) }
}

export const placesBook = (projects: readonly SampleProject[], plots: readonly Plot[]): Promise<Buffer> =>
  officeXlsx({
    savedAt: savedAt(lastMonth),
    title: '项目点位表',
    sheets: [
      {
        name: '项目点位',
        widths: [44, 14, 14, 10, 40],
        frozen: { rows: 1, columns: 1 },
        rows: [
          {
            cells: ['项目名称', '经度', '纬度', '数据性质', '备注'].map((value) => ({
              value,
              look: 'head' as const,
            })),
          },
          ...placesOf(projects, plots).map(({ name, lon, lat, note }) => ({
            cells: [
              { value: name, look: 'text' as const },
              { value: lon, format: '0.000000', look: 'number' as const },
              { value: lat, format: '0.000000', look: 'number' as const },
              { value: '示意', look: 'centre' as const },
              { value: note, look: 'text' as const },
            ],
          })),
        ],
      },
    ],
  })
