import { parcelStatusWords } from '../../../src/features/spaces/statuses.ts'
import type { Month } from '../../../src/shared/days.ts'
import { officeXlsx } from '../../workbooks/office-xlsx/package.ts'
import type { CorpsKey } from '../corps/profile.ts'
import { surveyMonths } from './courses.ts'
import type { Plot } from './plots.ts'
import { drawingOf, featuresOf } from './write-drawings.ts'
import { shapefileOf } from './write-shapefile.ts'
import { coordinateTable } from './write-table.ts'
import { coordinateText } from './write-text.ts'

export type LandFile = { name: string; bytes: Buffer }
/** A parcel as one survey has it. */
export type Surveyed = Plot & { status: NonNullable<Plot['course'][number]> }

/** What each corps' office hands over at a survey: the first time all, later what is new or has moved on. */
export const landFiles = async (plots: readonly Plot[]): Promise<LandFile[]> => {
  const files: LandFile[] = []
  for (const [at, month] of surveyMonths.entries())
    for (const [corps, area, handOver] of offices) {
      const own = plots.filter((plot) => plot.corps === corps)
      const found = own.flatMap((plot) => {
        const [before, status] = [plot.course[at - 1], plot.course[at]]
        return status && status !== before ? [{ ...plot, status, isNew: before === undefined }] : []
      })
      if (found.length > 0) files.push(...(await handOver(`${month} ${area}`, month, found)))
    }
  return files
}

const landIn = (status: Surveyed['status']) => {
  const word = parcelStatusWords[status].zh
  return word.endsWith('地') ? word : `${word}地块`
}

type Found = Surveyed & { isNew: boolean }
type HandOver = (name: string, month: Month, found: readonly Found[]) => Promise<LandFile[]>

/** A coordinate TXT has no status: the first survey and what is set out as reserve come in a file for each, else in a table. */
const asTexts =
  (encoding: 'gbk' | 'utf-8'): HandOver =>
  async (name, month, found) => {
    const hasText = ({ isNew, status }: Found) => isNew && (month === surveyMonths[0] || status === 'reserve')
    const fresh = Map.groupBy(found.filter(hasText), ({ status }) => status)
    const moved = found.filter((one) => !hasText(one))
    return [
      ...[...fresh].map(([status, plots]) => ({
        name: `${name} ${landIn(status)}.txt`,
        bytes: coordinateText(plots, month, encoding),
      })),
      ...(moved.length > 0
        ? [{ name: `${name} 地块变动表.xlsx`, bytes: await officeXlsx(coordinateTable(moved, month)) }]
        : []),
    ]
  }

const asTable: HandOver = async (name, month, found) => [
  { name: `${name} 地块坐标表.xlsx`, bytes: await officeXlsx(coordinateTable(found, month)) },
]

const asShapefile: HandOver = async (name, month, found) => [
  { name: `${name} 地块.zip`, bytes: await shapefileOf(found, month) },
]

/** Numbered parcels as features; greens, which have a name only, as a drawing. */
const asFeatures: HandOver = async (name, _, found) => {
  const greens = found.filter(({ number }) => number === undefined)
  return [
    ...(greens.length > 0 ? [{ name: `${name} 绿地.dxf`, bytes: drawingOf(greens) }] : []),
    { name: `${name} 地块.geojson`, bytes: featuresOf(found.filter(({ number }) => number !== undefined)) },
  ]
}

const offices: readonly (readonly [corps: CorpsKey, area: string, handOver: HandOver])[] = [
  ['shibei', '市北', asTexts('gbk')],
  ['qiaonan', '桥南', asFeatures],
  ['kejicheng', '科技城', asTable],
  ['lvzhi', '绿色智造', asShapefile],
  ['sanjiang', '三江', asTexts('utf-8')],
]
