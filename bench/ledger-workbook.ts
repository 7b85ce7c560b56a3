import { createWriteStream } from 'node:fs'
import { type Field, fieldByKey, usualFields } from '../src/features/projects/fields.ts'
import { usualUnit } from '../src/features/projects/shown-units.ts'
import { stageWords, standingWords } from '../src/features/projects/stages.ts'
import { type OutputValue, writeXlsx } from '../src/formats/write-xlsx.ts'
import { projectOf } from './seed.ts'

/** The stored columns of the usual ledger but three, so that there are 40; the month stands in the title. */
const leftOut = new Set(['investorKind', 'industryCode', 'period'])
const columns = usualFields.filter(({ key, store }) => store.in !== 'computed' && !leftOut.has(key))

/** Offices seldom write a header as the ledger does: its first alias, where it has one, in every other column. */
const headerOf = (field: Field, index: number) => {
  const unit = usualUnit(field)
  const words = index % 2 === 1 ? (field.aliases[0] ?? field.zh) : field.zh
  return unit ? `${words}（${unit}）` : words
}

export type LedgerOptions = {
  rows: number /** The first so many rows have moved on since. */
  changed?: number
}

/** Writes a made-up ledger of one month, 40 columns wide, every cell filled, one row in a hundred with oddities. */
export async function writeLedger(
  path: string,
  { rows, changed = 0 }: LedgerOptions,
): Promise<{ columns: number }> {
  await writeXlsx(createWriteStream(path), [
    {
      name: '项目台账',
      titleRows: ['某某开发区产业项目推进台账（2022年3月）', '填报单位：综合办公室'],
      columns: columns.map((field, index) => ({
        title: headerOf(field, index),
        width: Math.round(field.width / 8),
      })),
      frozenRows: 3,
      autoFilter: true,
      rows: rowsOf(rows, changed),
    },
  ])
  return { columns: columns.length }
}

function* rowsOf(count: number, changed: number): Iterable<OutputValue[]> {
  for (let n = 0; n < count; n++) {
    const project = projectOf(n)
    const values = { ...textsOf(n), ...amountsOf(n, project.totalInvestment), ...datesOf(n) }
    const own: Record<string, OutputValue> = {
      ...values,
      name: project.name,
      investor: project.investor,
      code: project.code,
      stage: stageWords[project.stage as keyof typeof stageWords].zh,
      standing: n % 9 === 0 ? standingWords.onHold.zh : standingWords.ongoing.zh,
    }
    if (n % 100 === 50)
      Object.assign(own, {
        'completed.plan': '2022-02-30',
        expectedOutput: '约3亿元',
        'signed.actual': '2021年底',
      })
    if (n < changed)
      Object.assign(own, {
        yearDone: { decimal: String(n + 20_000) },
        progress: `本月完成主体结构${n}号楼封顶。`,
        light: '红灯',
      })
    yield columns.map(({ key }) => own[key] ?? null)
  }
}

const decimal = (text: string) => ({ decimal: text })

function amountsOf(n: number, totalInvestment: string): Record<string, OutputValue> {
  const hundredMillions = (wan: number) => decimal((wan / 10_000).toFixed(4))
  const total = Number(totalInvestment)
  return {
    totalInvestment: hundredMillions(total),
    fixedAssetInvestment: hundredMillions(Math.round(total * 0.7)),
    foreignCapital: decimal(String((n * 31) % 9000)),
    landArea: n % 3 === 0 ? `${20 + (n % 300)}亩` : decimal(String(20 + (n % 300))),
    floorArea: decimal(String(5000 + (n % 90_000))),
    expectedOutput: hundredMillions(total * 2),
    expectedTax: decimal(String(100 + (n % 5000))),
    annualPlan: decimal(String(5000 + (n % 30_000))),
    monthDone: decimal(String(n % 900)),
    yearDone: decimal(String(1000 + (n % 4000))),
    totalDone: decimal(String(6000 + (n % 40_000))),
  }
}

function datesOf(n: number): Record<string, OutputValue> {
  const two = (value: number) => String(value).padStart(2, '0')
  const month = (n % 12) + 1
  const day = (n % 28) + 1
  const spelt = (year: number): OutputValue =>
    [
      { date: `${year}-${two(month)}-${two(day)}` },
      `${year}年${month}月`,
      `${year}.${month}`,
      `${year}年${month}月${day}日`,
      `${year}-${two(month)}`,
      `${year}年${month}月上旬`,
    ][n % 6] as OutputValue
  return {
    'signed.actual': spelt(2018),
    'companyRegistered.actual': spelt(2018),
    'landAwarded.actual': spelt(2019),
    'started.plan': spelt(2019),
    'started.actual': spelt(2020),
    'statEntered.actual': spelt(2020),
    'completed.plan': spelt(2023),
    'inProduction.plan': spelt(2024),
    'fullCapacity.plan': spelt(2025),
  }
}

const texts: Record<string, (n: number) => string> = {
  chain: (n) => `${['新材料', '智能制造', '生物医药', '数字经济', '化纤'][n % 5]}产业链`,
  scope: (n) =>
    `新建厂房${(n % 90) + 10}000平方米，购置生产线${(n % 12) + 1}条，形成年产${(n * 37) % 990}万件的生产能力，配套建设研发中心与仓储设施。`,
  firstContactUnit: (n) => ['招商局', '经发局', '驻京招商组', '驻沪招商组'][n % 4] ?? '',
  corps: (n) => (n % 2 ? '市北兵团' : '桥南兵团'),
  parcelNo: (n) => `萧政储出〔2021〕${n % 400}号地块`,
  leadOfficial: (n) => ['王某', '李某', '张某', '陈某'][n % 4] ?? '',
  responsibleUnit: (n) => ['规划建设局', '经济发展局', '自然资源分局'][n % 3] ?? '',
  officer: (n) => `管家${n % 60}`,
  physicalProgress: (n) => `${(n % 20) + 1}号楼主体结构施工至${(n % 15) + 1}层`,
  progress: (n) => `本月完成桩基工程${n % 100}%，设备招标已启动，第${n % 9}批设备到场。`,
  problem: (n) => `尚缺用地指标${n % 80}亩，高压线迁改方案待电力部门确认。`,
  coordination: (n) => `请${['资规', '住建', '电力'][n % 3]}部门于下月底前明确第${n % 50}号事项。`,
  nextStep: (n) => `${(n % 12) + 1}月底前完成施工图审查并取得施工许可。`,
  light: (n) => ['绿灯', '黄灯', '红灯'][n % 3] ?? '',
  note: (n) => `省重点项目，序号${n}`,
}
const textsOf = (n: number) => Object.fromEntries(Object.entries(texts).map(([key, of]) => [key, of(n)]))

for (const key of Object.keys(texts))
  if (!fieldByKey.has(key)) throw new Error(`The ledger has no field ${key}.`)
