import { boundaryOf } from './boundaries.ts'
import type { CorpsKey } from './corps/profile.ts'

/** Names of areas as reports use them; who holds which part, where it ends, how large it is, and every goal are made up. */
const provenance = 'illustrative'
const mu = (count: number) => String((count * 10_000) / 15).replace(/(\.\d{4})\d+$/, '$1')

export const areas: readonly (readonly [unit: CorpsKey, name: string, mu: number])[] = [
  ['shibei', '市北西片', 9_600],
  ['shibei', '市北东片', 7_800],
  ['qiaonan', '桥南区块', 15_000],
  ['kejicheng', '江南科技城核心区', 8_400],
  ['kejicheng', '宁围街道北片', 5_100],
  ['kejicheng', '宁围街道南片', 4_500],
  ['lvzhi', '益农拓展区', 21_600],
  ['sanjiang', '三江创智新城区块', 11_400],
]

export const territories = (fromOn: string) =>
  areas.map(([unit, name, size]) => ({
    unit,
    name,
    fromOn,
    areaM2: mu(size),
    boundary: boundaryOf(name),
    note: '边界为示意：按公开报道的地名手工勾绘，不是法定界线。',
    provenance,
  }))

const measures = [
  'signedCount',
  'signedInvestment',
  'landAwardedCount',
  'startedCount',
  'startedOver1Yi',
  'inProductionCount',
  'yearInvestment',
] as const
/** 2022, in the order of `measures`; money in 万元. */
const year: Record<string, number[]> = {
  shibei: [26, 1_500_000, 10, 14, 9, 7, 420_000],
  qiaonan: [24, 1_100_000, 8, 12, 8, 8, 360_000],
  kejicheng: [28, 1_800_000, 7, 12, 9, 6, 450_000],
  lvzhi: [22, 1_300_000, 12, 14, 10, 6, 480_000],
  sanjiang: [20, 1_300_000, 5, 8, 6, 3, 290_000],
}

const corps = Object.entries(year)
const whole = measures.map((_, at) => corps.reduce((sum, [, values]) => sum + (values[at] ?? 0), 0))

export const goals = [['office', whole] as const, ...corps].flatMap(([unit, values]) =>
  measures.map((measure, at) => ({
    unit,
    measure,
    period: '2022',
    value: String(values[at]),
    provenance,
  })),
)
