import type { LightRule, Limit } from '../../engine/lights/rule.ts'

type Words = { zh: string; en: string }
export const presetKeys = ['example', 'yinchuan2025', 'sanya2022', 'ouhai2020'] as const
export type PresetKey = (typeof presetKeys)[number]
export type LightPreset = {
  key: PresetKey
  name: Words
  /** Where it was published, or that it is an example. */
  source: Words
  /** What a machine cannot judge, or what the source leaves open. */
  note: Words | null
  definition: LightRule
}

const over = (value: string): Limit => ({ op: 'over', value })
const from = (value: string): Limit => ({ op: 'from', value })

/** By which zones without a rule of their own are lit. */
export const proposed: PresetKey = 'example'

export const lightPresets: readonly LightPreset[] = [
  {
    key: 'example',
    name: { zh: '节点、投资、入统取最差', en: 'Worst of milestones, investment, statistics' },
    source: { zh: '示例', en: 'example' },
    note: null,
    definition: {
      parts: [
        { kind: 'milestone', milestones: [], yellow: over('0'), red: over('30') },
        {
          ...{ kind: 'investment', measure: 'points', monthsOld: 1, inARow: null },
          ...{ yellow: from('10'), red: over('30') },
        },
        { kind: 'statistics', yellow: over('1'), red: over('2') },
      ],
    },
  },
  {
    key: 'yinchuan2025',
    name: { zh: '银川 2025', en: 'Yinchuan 2025' },
    source: { zh: '银川，qlbk.net，2025-03-26', en: 'Yinchuan, qlbk.net, 2025-03-26' },
    note: {
      zh: '原文对“无正当理由”未开工亮黄灯，有无理由由人判断；低于序时进度不足 10 个百分点的，原文没有写，这里为绿灯。',
      en: 'The source gives yellow to what has not started “without reason”: that is for people to judge. Of less than 10 points behind it says nothing; here that is green.',
    },
    definition: {
      parts: [
        { kind: 'overdueMonths', milestones: ['started'], yellow: from('1'), red: from('3') },
        {
          ...{ kind: 'investment', measure: 'points', monthsOld: 1, inARow: null },
          ...{ yellow: from('10'), red: over('30') },
        },
        { kind: 'statistics', yellow: over('1'), red: over('2') },
        { kind: 'funds', yellow: null, red: over('0') },
      ],
    },
  },
  {
    key: 'sanya2022',
    name: { zh: '三亚 2022', en: 'Sanya 2022' },
    source: { zh: '三亚，news.hndaily.cn，2022-05-13', en: 'Sanya, news.hndaily.cn, 2022-05-13' },
    note: {
      zh: '连续两次黄灯，原文为约谈，这里以红灯提示；月度任务取计划在当月完成的节点。',
      en: 'Two yellows in a row are a matter for an interview in the source; here they are red. A month’s task is what was planned for it.',
    },
    definition: {
      parts: [
        {
          ...{ kind: 'investment', measure: 'percent', monthsOld: 1, inARow: 2 },
          ...{ yellow: over('0'), red: over('50') },
        },
        { kind: 'monthTask', milestones: [], missed: 'yellow', madeGood: null, inARow: 2 },
      ],
    },
  },
  {
    key: 'ouhai2020',
    name: { zh: '瓯海 2020', en: 'Ouhai 2020' },
    source: { zh: '温州市瓯海区，wenzhou.gov.cn，2020', en: 'Ouhai, Wenzhou, wenzhou.gov.cn, 2020' },
    note: {
      zh: '月度任务取计划在当月完成的节点；红灯月次月补上的转为黄灯，当月的红灯仍保留。',
      en: 'A month’s task is what was planned for it. A red month made good in the next turns yellow; its own red is kept.',
    },
    definition: {
      parts: [{ kind: 'monthTask', milestones: [], missed: 'red', madeGood: 'yellow', inARow: null }],
    },
  },
]

export function presetOf(key: PresetKey): LightPreset {
  const preset = lightPresets.find((one) => one.key === key)
  if (!preset) throw new Error(`There is no preset ${key}.`)
  return preset
}
export const isPresetKey = (key: string | null): key is PresetKey => presetKeys.some((one) => one === key)
