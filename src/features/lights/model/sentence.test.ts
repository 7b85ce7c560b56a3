import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason } from '../../../engine/lights/rule.ts'
import { lightSentence, sinceSentence } from './sentence.ts'

const points = (month: string, rate: string, gap: string, months: number | null = null): Reason => ({
  ...{ code: 'investmentPoints', month, rate, gap, months },
})
const short = (value: string, months: number | null = null): Reason => ({
  ...{ code: 'investmentShort', month: '2022-05', done: '450', due: '1000', short: value, months },
})
const sentences: [Reason, string, string][] = [
  [
    points('2022-05', '21.3', '20.366667'),
    '1–5月完成 21.3%，低于时间进度 20.4 个百分点',
    '21.3% done in Jan–May, 20.4 points behind time progress',
  ],
  [
    points('2022-10', '97.157862', '-13.824529'),
    '1–10月完成 97.2%，高于时间进度 13.8 个百分点',
    '97.2% done in Jan–Oct, 13.8 points ahead of time progress',
  ],
  [
    points('2022-01', '8.333333', '0'),
    '1月完成 8.3%，与时间进度持平',
    '8.3% done in Jan, level with time progress',
  ],
  [
    short('55'),
    '1–5月完成 450 万元，比序时计划 1,000 万元少 55.0%',
    '450 done in Jan–May, 55.0% short of the 1,000 planned by then (CNY 10k)',
  ],
  [
    short('5', 2),
    '1–5月完成 450 万元，比序时计划 1,000 万元少 5.0%，连续 2 个月',
    '450 done in Jan–May, 5.0% short of the 1,000 planned by then, 2 months in a row (CNY 10k)',
  ],
  [
    short('-5'),
    '1–5月完成 450 万元，达到序时计划 1,000 万元',
    '450 done in Jan–May, as much as the 1,000 planned by then (CNY 10k)',
  ],
  [
    { code: 'milestoneLate', milestone: 'started', plan: '2022-03', days: 12, others: 2 },
    '开工计划 2022-03，已逾期 12 天，另有 2 个节点未完成',
    '“Started” was planned for 2022-03 and is 12 days late; 2 more open',
  ],
  [
    { code: 'monthsOverdue', milestone: 'started', plan: '2022-Q1', months: 3, others: 0 },
    '开工计划 2022年一季度，已 3 个月未完成',
    '“Started” was planned for Q1 2022 and has been open for 3 months',
  ],
  [{ code: 'onPlan', milestone: null, plan: null }, '计划的节点都已完成', 'Every milestone planned is done'],
  [
    { code: 'missing', figure: 'yearDone', month: '2022-05' },
    '缺 2022-05 的本年累计，无法判断投资进度',
    'What was done by 2022-05 is missing, so investment cannot be judged',
  ],
  [
    { code: 'missing', figure: 'annualPlan', month: '2022-05' },
    '缺 2022 年度计划投资，无法判断投资进度',
    'The plan for 2022 is missing, so investment cannot be judged',
  ],
  [
    { code: 'missing', figure: 'funds' },
    '台账没有到位资金，无法判断',
    'The ledger keeps no funds paid, so they cannot be judged',
  ],
  [
    { code: 'statOpen', on: '2022-03-01', months: 2 },
    '2022-03-01开工，满 2 个月未入统',
    'Started 2022-03-01 and not in statistics after 2 months',
  ],
  [
    { code: 'statOpen', on: '2022-03-01', months: 0 },
    '2022-03-01开工，不到 1 个月，尚未入统',
    'Started 2022-03-01, less than a month ago, not yet in statistics',
  ],
  [{ code: 'funds', short: '12.34' }, '到位资金比应到少 12.3%', 'Funds paid are 12.3% short of those due'],
  [
    { code: 'taskMissed', milestone: 'toppedOut', plan: '2022-05', months: 1, others: 0 },
    '结顶计划 2022-05，未按月完成',
    '“Topped out” was planned for 2022-05 and was not done by the month’s end',
  ],
  [
    { code: 'taskMissed', milestone: 'toppedOut', plan: '2022-05', months: 2, others: 1 },
    '结顶计划 2022-05，未按月完成，连续 2 个月，另有 1 项未完成',
    '“Topped out” was planned for 2022-05 and was not done by the month’s end, 2 months in a row; 1 more open',
  ],
  [
    { code: 'taskMissed', milestone: '3号厂房结顶', plan: '2022-05', months: 1, others: 0 },
    '“3号厂房结顶”计划 2022-05，未按月完成',
    '“3号厂房结顶” was planned for 2022-05 and was not done by the month’s end',
  ],
  [{ code: 'halted', standing: 'onHold' }, '项目暂缓，不亮灯', 'The project is “On hold” and has no light'],
]

test('every reason is one sentence in both languages, figures rounded only here', () => {
  for (const [reason, zh, en] of sentences) {
    assert.equal(lightSentence(reason, 'zh'), zh)
    assert.equal(lightSentence(reason, 'en'), en)
  }
})

test('a month whose colour is another by now says so, and made good only of what got better', () => {
  assert.equal(sinceSentence('red', 'red', 'zh'), undefined)
  assert.equal(sinceSentence('red', 'yellow', 'zh'), '当月红灯，现已补为黄灯')
  assert.equal(sinceSentence('red', 'yellow', 'en'), 'Red then, made good to yellow since')
  assert.equal(sinceSentence('green', 'red', 'zh'), '当月绿灯，按现有数据为红灯')
  assert.equal(sinceSentence('grey', 'green', 'en'), 'Not lit then, green by what is known today')
})
