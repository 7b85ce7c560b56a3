import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthIn, proposePeriod } from './periods.ts'

test('the month that a title, sheet or file name speaks of', () => {
  for (const [text, month] of [
    ['萧山经开区2022年2月重点项目台账', '2022-02'],
    ['２０２２年１２月', '2022-12'],
    ['台账2022-02.xlsx', '2022-02'],
    ['台账202203.xlsx', '2022-03'],
    ['台账20220315.xlsx', '2022-03'],
    ['2022年1-4月完成情况', '2022-04'],
    ['2022年一季度', '2022-03'],
    ['2022Q3', '2022-09'],
    ['2021年下半年', '2021-12'],
    ['2022.3台账', '2022-03'],
    ['2022年十二月', '2022-12'],
  ] as const)
    assert.equal(monthIn(text), month, text)
  for (const text of ['重点项目台账', '2022年度台账', '2022.13', '12月', '330109', '13812345678'])
    assert.equal(monthIn(text), undefined, text)
})

test('the first text that tells a month decides; no ledger is of a month that has not begun', () => {
  assert.equal(proposePeriod(['台账', '2022年2月', '2021年3月'], '2026-10'), '2022-02')
  assert.equal(proposePeriod(['2022-02'], '2026-10'), '2022-02')
  assert.equal(proposePeriod(['2035年2月'], '2026-10'), '2026-10')
  assert.equal(proposePeriod(['2026年11月'], '2026-10'), '2026-10')
  assert.equal(proposePeriod(['台账'], '2026-10', [2022]), '2022-12')
  assert.equal(proposePeriod(['台账'], '2026-10', [2026]), '2026-10')
})
