import type { CheckStage, LandRule } from '../../engine/land-rules/rule.ts'
import type { Unit } from '../../engine/land-rules/units.ts'

type Words = { zh: string; en: string }
export const presetKeys = [
  'wenling2021c38',
  'wenling2021c34',
  'wenling2021c36',
  'beihai2023',
  'usual',
] as const
export type PresetKey = (typeof presetKeys)[number]
export type RulePreset = { key: PresetKey; name: Words; source: Words; rules: readonly LandRule[] }

const figures = (
  source: string,
  lines: [indicator: string, value: string, unit: Unit, upTo?: string][],
): LandRule[] =>
  lines.map(([indicator, value, unit, upTo]) => ({
    id: indicator,
    kind: 'indicator',
    indicator,
    operator: upTo ? 'between' : indicator === 'greenRatio' ? 'atMost' : 'atLeast',
    value,
    ...(upTo ? { upTo } : {}),
    unit,
    checkStage: atCompletion.includes(indicator) ? 'completed' : 'fullCapacity',
    source,
  }))
/** What is built is measured when it is finished; what is earned, once it runs in full. */
const atCompletion = ['fixedInvestIntensity', 'plotRatio', 'buildingDensity', 'greenRatio']

const wenling = (industry: string, values: readonly string[]): LandRule[] => {
  const source = '温岭市 2021 年标准地指标，温岭日报 2021-02-05'
  const units: [string, Unit][] = [
    ['fixedInvestIntensity', '万元/亩'],
    ['valueAddedPerMu', '万元/亩'],
    ['taxPerMu', '万元/亩'],
    ['labourProductivity', '万元/人'],
    ['valueAddedPerEnergy', '万元/吨标煤'],
    ['valueAddedPerEmission', '万元/吨'],
    ['rdRatio', '%'],
  ]
  return [
    { id: 'industry', kind: 'industry', allow: [industry], forbid: [], checkStage: 'landSupplied', source },
    ...figures(
      source,
      units.map(([indicator, unit], at) => [indicator, values[at] ?? '', unit]),
    ),
  ]
}
const wenlingSource = {
  zh: '温岭日报 2021-02-05 公布的标准地指标',
  en: 'Standard-land indicators published in Wenling Daily, 2021-02-05',
}

const usual = (id: string, checkStage: CheckStage = 'landSupplied') => ({ id, checkStage, source: '示例' })

/** Published examples to begin with. A zone’s own numbers stand in the announcement of its parcel. */
export const rulePresets: readonly RulePreset[] = [
  {
    key: 'wenling2021c38',
    name: { zh: '温岭 2021 · 电气机械 C38', en: 'Wenling 2021 · electrical machinery C38' },
    source: wenlingSource,
    rules: wenling('C38', ['270', '130.9', '33.2', '16.9', '4.1', '13848.4', '2.2']),
  },
  {
    key: 'wenling2021c34',
    name: { zh: '温岭 2021 · 通用设备 C34', en: 'Wenling 2021 · general equipment C34' },
    source: wenlingSource,
    rules: wenling('C34', ['270', '100.2', '22.6', '17.7', '3.9', '10571.4', '2.6']),
  },
  {
    key: 'wenling2021c36',
    name: { zh: '温岭 2021 · 汽车 C36', en: 'Wenling 2021 · motor vehicles C36' },
    source: wenlingSource,
    rules: wenling('C36', ['270', '154.5', '32.5', '26.6', '4.5', '10058.6', '3.72']),
  },
  {
    key: 'beihai2023',
    name: { zh: '北海铁山港 2023 · 化工', en: 'Beihai Tieshangang 2023 · chemicals' },
    source: { zh: '挂牌公告 2023GC07007', en: 'Announcement 2023GC07007' },
    rules: figures('北海铁山港挂牌公告 2023GC07007', [
      ['fixedInvestIntensity', '250', '万元/亩'],
      ['outputPerMu', '400', '万元/亩'],
      ['taxPerMu', '20', '万元/亩'],
      ['plotRatio', '0.7', '1', '1.8'],
      ['buildingDensity', '35', '%', '65'],
      ['greenRatio', '20', '%'],
    ]),
  },
  {
    key: 'usual',
    name: { zh: '通用供地条件', en: 'Conditions for every parcel' },
    source: { zh: '示例', en: 'example' },
    rules: [
      { ...usual('registered'), kind: 'enterprise', presence: 'registered' },
      { ...usual('taxed'), kind: 'enterprise', presence: 'taxed' },
      { ...usual('counted'), kind: 'enterprise', presence: 'counted' },
      {
        ...usual('agreement'),
        kind: 'statement',
        text: '履约监管协议已签订，履约保证金已到账',
      },
      {
        ...usual('regional'),
        kind: 'statement',
        text: '地块已在能评、环评等区域评估范围内',
      },
      {
        ...usual('officeLand', 'completed'),
        kind: 'indicator',
        indicator: 'officeLandRatio',
        operator: 'atMost',
        value: '7',
        unit: '%',
        source: '《工业项目建设用地控制指标》',
      },
    ],
  },
]
