import type { Month } from '../../src/shared/days.ts'
import { officeXlsx } from '../workbooks/office-xlsx/package.ts'
import { articleLines } from './article.ts'
import { layoutOf } from './layouts/index.ts'
import { lastMonth, type SampleProject } from './project.ts'
import { type Line, snapshot } from './snapshot.ts'

export const ledgerMonths: readonly Month[] = [
  '2020-03',
  '2020-06',
  '2020-09',
  '2020-12',
  '2021-03',
  '2021-06',
  '2021-09',
  '2021-12',
  '2022-01',
  lastMonth,
]

/** What the office's ledger of a month lists. The article's projects come with the month it reports on. */
export const linesOf = (projects: readonly SampleProject[], month: Month): Line[] => {
  const invented = projects.flatMap((project) => snapshot(project, month) ?? [])
  return month === lastMonth ? [...articleLines, ...invented] : invented
}

const fileName = (month: Month) => {
  if (month < '2020-09') return `${month} 招商项目台账.xlsx`
  if (month < '2021-03') return `${month} 招商项目推进台账.xlsx`
  if (month < '2021-12') return `${month} 招商项目台账（分区块）.xlsx`
  return month < '2022-01' ? `${month} 产业项目总台账.xlsx` : `${month} 作战兵团项目台账.xlsx`
}

export const ledgers = (projects: readonly SampleProject[]): Promise<{ name: string; bytes: Buffer }[]> =>
  Promise.all(
    ledgerMonths.map(async (month) => ({
      name: fileName(month),
      bytes: await officeXlsx(layoutOf(month)(month, linesOf(projects, month))),
    })),
  )
