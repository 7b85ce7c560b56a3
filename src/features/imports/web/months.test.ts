import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsAround } from './months.ts'

test('months run from the present one to ten years back, latest first', () => {
  const months = monthsAround('2022-03', '2022-04')
  assert.equal(months[0], '2022-04')
  assert.equal(months.at(-1), '2012-04')
  assert.equal(months.length, 121)
  assert.ok(months.includes('2021-12') && months.includes('2022-01'))
})

test('the month chosen is always among them', () => {
  assert.equal(monthsAround('2003-11', '2022-04').at(-1), '2003-11')
  assert.equal(monthsAround('2026-02', '2022-04')[0], '2026-02')
})
