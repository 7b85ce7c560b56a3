import type { Unit } from '../../engine/land-rules/units.ts'

type Words = { zh: string; en: string }
export type Indicator = {
  key: string
  words: Words
  /** How it is computed, as the standard or the law says it. */
  formula: Words
  unit: Unit
  better: 'more' | 'less' | 'between'
  /** Digits that an office writes it with. */
  digits: number
  /** The six of the per-mu evaluation (浙政发〔2018〕5号). */
  perMu?: true
}

const indicator = (
  key: string,
  zh: string,
  en: string,
  unit: Unit,
  formula: [zh: string, en: string],
  more: Partial<Indicator> = {},
): Indicator => ({
  key,
  words: { zh, en },
  formula: { zh: formula[0], en: formula[1] },
  unit,
  better: 'more',
  digits: 2,
  ...more,
})

/** What land is supplied for, what a contract promises and what a firm is measured by: one list of indicators for all. */
export const indicators: readonly Indicator[] = [
  indicator('fixedInvestIntensity', '固定资产投资强度', 'Fixed investment intensity', '万元/亩', [
    '固定资产投资（厂房、设备、地价款）÷ 用地面积',
    'fixed asset investment (buildings, equipment, land) ÷ land area',
  ]),
  indicator('outputPerMu', '产出强度', 'Output per mu', '万元/亩', [
    '达产年产值 ÷ 用地面积',
    'output a year at full capacity ÷ land area',
  ]),
  indicator(
    'taxPerMu',
    '亩均税收',
    'Tax per mu',
    '万元/亩',
    ['税收实际贡献 ÷ 用地面积', 'taxes paid ÷ land area'],
    { perMu: true },
  ),
  indicator(
    'valueAddedPerMu',
    '亩均增加值',
    'Value added per mu',
    '万元/亩',
    ['工业增加值 ÷ 用地面积', 'industrial value added ÷ land area'],
    { perMu: true },
  ),
  indicator(
    'labourProductivity',
    '全员劳动生产率',
    'Labour productivity',
    '万元/人',
    ['工业增加值 ÷ 年平均职工人数', 'industrial value added ÷ average number of staff'],
    { perMu: true },
  ),
  indicator(
    'valueAddedPerEnergy',
    '单位能耗增加值',
    'Value added per energy',
    '万元/吨标煤',
    ['工业增加值 ÷ 综合能耗（等价值）', 'industrial value added ÷ energy used (equivalent value)'],
    { perMu: true },
  ),
  indicator(
    'valueAddedPerEmission',
    '单位排放增加值',
    'Value added per emission',
    '万元/吨',
    ['工业增加值 ÷ 主要污染物排放量', 'industrial value added ÷ main pollutants emitted'],
    { perMu: true },
  ),
  indicator(
    'rdRatio',
    '研发经费占比',
    'R&D ratio',
    '%',
    ['研发经费支出 ÷ 主营业务收入', 'R&D spending ÷ main business revenue'],
    { perMu: true },
  ),
  indicator(
    'plotRatio',
    '容积率',
    'Plot ratio',
    '1',
    [
      '总建筑面积 ÷ 总用地面积，层高超过 8 米的加倍计算',
      'floor area ÷ land area; storeys above 8 m count twice',
    ],
    { better: 'between' },
  ),
  indicator(
    'buildingDensity',
    '建筑密度（建筑系数）',
    'Building density',
    '%',
    [
      '建筑物、构筑物、堆场占地 ÷ 总用地面积',
      'land under buildings, structures and storage yards ÷ land area',
    ],
    { better: 'between' },
  ),
  indicator('greenRatio', '绿地率', 'Green ratio', '%', ['绿地面积 ÷ 总用地面积', 'green ÷ land area'], {
    better: 'less',
  }),
  indicator(
    'officeLandRatio',
    '行政办公及生活服务设施用地比例',
    'Office and living land',
    '%',
    ['行政办公及生活服务设施用地 ÷ 总用地面积', 'land for offices and living ÷ land area'],
    { better: 'less' },
  ),
  indicator(
    'monthsToStart',
    '开工时限',
    'Months to start',
    '个月',
    ['交地到开工', 'from handing over the land to the start'],
    { better: 'less', digits: 0 },
  ),
  indicator(
    'monthsToComplete',
    '竣工时限',
    'Months to complete',
    '个月',
    ['开工到竣工', 'from the start to completion'],
    { better: 'less', digits: 0 },
  ),
  indicator(
    'monthsToFullCapacity',
    '达产时限',
    'Months to full capacity',
    '个月',
    ['竣工到达产', 'from completion to full capacity'],
    { better: 'less', digits: 0 },
  ),
  indicator('selfHeldShare', '自持比例', 'Share held', '%', [
    '不得分割转让的建筑面积 ÷ 总建筑面积',
    'floor area that may not be sold on ÷ floor area',
  ]),
  indicator('totalInvestment', '总投资', 'Investment', '万元', ['协议总投资', 'as agreed'], { digits: 0 }),
  indicator(
    'fixedInvestment',
    '固定资产投资',
    'Fixed investment',
    '万元',
    ['协议固定资产投资', 'as agreed'],
    {
      digits: 0,
    },
  ),
  indicator('output', '年产值', 'Output a year', '万元', ['达产年产值', 'at full capacity'], { digits: 0 }),
  indicator('tax', '年税收', 'Tax a year', '万元', ['达产年税收', 'at full capacity'], { digits: 0 }),
  indicator('jobs', '就业', 'Jobs', '人', ['年平均职工人数', 'average number of staff'], { digits: 0 }),
  indicator('energy', '综合能耗', 'Energy a year', '吨标煤', ['年综合能耗（等价值）', 'equivalent value'], {
    better: 'less',
    digits: 0,
  }),
]

const byKey = new Map(indicators.map((one) => [one.key, one]))
export const indicatorOf = (key: string): Indicator | undefined => byKey.get(key)
export const indicatorKeys = indicators.map(({ key }) => key)
