import {
  type Light,
  lightWords,
  type Stage,
  type Standing,
  stageWords,
  standingWords,
} from '../../../src/features/projects/stages.ts'
import { type OfficeCell, serial } from '../../workbooks/office-xlsx/model.ts'

/** How one hand wrote dates and words in one year. */
export type Spelling = {
  day: (year: number, month: number, day: number) => OfficeCell
  month: (year: number, month: number) => OfficeCell
  quarter: (year: number, quarter: number) => string
  stage: (stage: Stage) => string
  standing: (standing: Standing) => string
  light: (light: Light) => string
}

const two = (number: number) => String(number).padStart(2, '0')
const halves = ['上半年', '下半年']
const thirds = ['上旬', '中旬', '下旬']
export const chineseQuarters = ['一', '二', '三', '四']

/** A date of the ledger (`2022-03-05`, `2022-03-T1`, `2022-03`, `2022-Q1`, `2022-H1`, `2022`) as that hand wrote it. */
export const spelledDate = (when: string, spelling: Spelling): OfficeCell => {
  const year = Number(when.slice(0, 4))
  const rest = when.slice(5)
  if (rest === '') return { value: `${year}年` }
  const last = Number(rest.at(-1))
  if (rest.startsWith('Q')) return { value: spelling.quarter(year, last) }
  if (rest.startsWith('H')) return { value: `${year}年${halves[last - 1]}` }
  const month = Number(rest.slice(0, 2))
  if (rest.length === 2) return spelling.month(year, month)
  if (rest[3] === 'T') return { value: `${year}年${month}月${thirds[last - 1]}` }
  return spelling.day(year, month, Number(rest.slice(3)))
}

export const serialDay =
  (format: string) =>
  (year: number, month: number, day: number): OfficeCell => ({
    value: serial(`${year}-${two(month)}-${two(day)}`),
    format,
  })
export const serialMonth =
  (format: string) =>
  (year: number, month: number): OfficeCell => ({ value: serial(`${year}-${two(month)}-01`), format })
export const dotted = {
  day: (year: number, month: number, day: number): OfficeCell => ({
    value: `${year}.${two(month)}.${two(day)}`,
  }),
  month: (year: number, month: number): OfficeCell => ({ value: `${year}.${two(month)}` }),
}
export const chinese = {
  day: (year: number, month: number, day: number): OfficeCell => ({ value: `${year}年${month}月${day}日` }),
  month: (year: number, month: number): OfficeCell => ({ value: `${year}年${month}月` }),
}
export const hyphened = {
  day: (year: number, month: number, day: number): OfficeCell => ({
    value: `${year}-${two(month)}-${two(day)}`,
  }),
  month: (year: number, month: number): OfficeCell => ({ value: `${year}-${two(month)}` }),
}

/** The words of the ledger itself. */
export const plainWords = {
  stage: (stage: Stage) => stageWords[stage].zh,
  standing: (standing: Standing) => standingWords[standing].zh,
  light: (light: Light) => lightWords[light].zh,
}

const spokenStages: Partial<Record<Stage, string>> = {
  engaged: '盯引',
  negotiating: '洽谈',
  underReview: '拟签约',
  signed: '已签约',
  landed: '已落地',
  landSupplied: '已供地',
  started: '已开工',
  completed: '已竣工',
  inProduction: '已投产',
  aboveScale: '已上规',
  fullCapacity: '已达产',
}
const spokenStandings: Partial<Record<Standing, string>> = {
  ongoing: '正常推进',
  onHold: '搁置',
  transferred: '已流转',
  rescinded: '已解约',
}

/** The same in the words people speak. */
export const spokenWords = {
  stage: (stage: Stage) => spokenStages[stage] ?? stageWords[stage].zh,
  standing: (standing: Standing) => spokenStandings[standing] ?? standingWords[standing].zh,
  light: (light: Light) => ({ green: '绿', yellow: '黄', red: '红', grey: '灰' })[light],
}
