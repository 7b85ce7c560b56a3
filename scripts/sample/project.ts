import type { Stage, Standing } from '../../src/features/projects/stages.ts'
import type { Day, Month } from '../../src/shared/days.ts'
import type { CorpsKey } from './corps/profile.ts'

/** A value that holds from a day on, until the next one does. */
export type Timed<T> = readonly { since: Day; value: T }[]

export const at = <T>(timed: Timed<T>, day: Day): T | undefined =>
  timed.findLast(({ since }) => since <= day)?.value

export type Reach = Partial<Record<Stage, Day>>

/** One invented project, through all its days. Money 万元, land 亩, floors ㎡. */
export type SampleProject = {
  key: string
  corps: Timed<CorpsKey>
  name: Timed<string>
  investor: string
  investorKind: string
  chain: string
  industryCode: string
  scope: string
  total: Timed<number>
  fixed: Timed<number>
  /** 万美元 */
  foreign?: number
  land?: Timed<number>
  floor?: number
  output: number
  tax: number
  firstContact: string
  leadOfficial: string
  responsible: string
  promoter: string
  officer: string
  parcel: string
  code: string
  /** Days on which stages were entered; those after the last ledger are expected, not known. */
  reached: Reach
  /** The signing as it is written, if only the month is known. */
  signedText?: string
  planned: {
    started: Timed<string>
    completed: Timed<string>
    inProduction: Timed<string>
    fullCapacity: Timed<string>
  }
  standing: Timed<Standing>
  notes: Timed<string>
  /** How the year's plan compares with what a smooth course would do. */
  planFactor: (year: number) => number
}

export const allTime: Day = '2000-01-01'
export const lastMonth: Month = '2022-02'
export const lastDay: Day = '2022-02-28'
