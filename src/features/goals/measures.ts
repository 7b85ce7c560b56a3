import type { MilestoneKind } from '../projects/stages.ts'

/** What a project adds to a measure: itself, its total investment, or what was done on it in the year. */
type Adds = 'one' | 'totalInvestment' | 'yearDone'

export type Measure = {
  zh: string
  en: string
  definition: { zh: string; en: string }
  unit: 'count' | 'money'
  adds: Adds
  /** Counted where this event's actual date lies in the period. */
  milestone?: MilestoneKind
  /** 万元; tiers are nested: what reaches 10亿元 also reaches 1亿元 (≥). */
  atLeast?: string
}

const counted = (milestone: MilestoneKind, zh: string, en: string, atLeast?: string): Measure => ({
  zh: `${zh}项目${tierWords(atLeast).zh}`,
  en: `${en}${tierWords(atLeast).en}`,
  definition: {
    zh: `实际${zh}日期在期内${atLeast ? `、总投资${tierWords(atLeast).zh}` : ''}的项目个数`,
    en: `Projects whose actual date (${en.toLowerCase()}) lies in the period${atLeast ? `, total investment${tierWords(atLeast).en}` : ''}`,
  },
  unit: 'count',
  adds: 'one',
  milestone,
  ...(atLeast ? { atLeast } : {}),
})

function tierWords(atLeast: string | undefined) {
  if (atLeast === undefined) return { zh: '', en: '' }
  const yi = Number(atLeast) / 10_000
  return { zh: `（≥${yi}亿元）`, en: ` (≥ CNY ${yi * 100}m)` }
}

/** What the ledger itself can count exactly. Only signed projects that are under way or on hold are counted. */
export const measures = {
  signedCount: counted('signed', '签约', 'Signed'),
  signedInvestment: {
    zh: '签约总投资',
    en: 'Signed investment',
    definition: {
      zh: '实际签约日期在期内的项目的总投资之和',
      en: 'Total investment of projects whose actual signing date lies in the period',
    },
    unit: 'money',
    adds: 'totalInvestment',
    milestone: 'signed',
  },
  landAwardedCount: counted('landAwarded', '摘牌', 'Land awarded'),
  landedCount: counted('landed', '落地', 'Landed'),
  startedCount: counted('started', '开工', 'Started'),
  startedOver1Yi: counted('started', '开工', 'Started', '10000'),
  startedOver10Yi: counted('started', '开工', 'Started', '100000'),
  inProductionCount: counted('inProduction', '投产', 'In production'),
  yearInvestment: {
    zh: '完成投资',
    en: 'Investment done',
    definition: {
      zh: '各项目年内最近一期“本年累计”之和；只有年度目标',
      en: 'Sum of each project’s latest “done this year” of the year; goals by the year only',
    },
    unit: 'money',
    adds: 'yearDone',
  },
} as const satisfies Record<string, Measure>

export type MeasureKey = keyof typeof measures
export const measureKeys = Object.keys(measures) as [MeasureKey, ...MeasureKey[]]
export const measureOf = (key: string): Measure | undefined =>
  Object.hasOwn(measures, key) ? measures[key as MeasureKey] : undefined
