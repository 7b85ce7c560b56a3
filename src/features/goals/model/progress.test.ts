import assert from 'node:assert/strict'
import { test } from 'node:test'
import { multiplyDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { daysOf, progressOf, timeProgress } from './progress.ts'

const year = daysOf('2022') ?? assert.fail()
const points = (ratio: string | null) => roundDecimal(multiplyDecimal(ratio ?? '0', '100'), 1)

test('time progress is months by twelve at each month’s end, by days between', () => {
  for (let month = 1; month <= 12; month++) {
    const last = new Date(Date.UTC(2022, month, 0)).toISOString().slice(0, 10)
    assert.equal(roundDecimal(timeProgress(year, last), 10), roundDecimal(String(month / 12), 10))
  }
  assert.equal(roundDecimal(timeProgress(year, '2022-02-14'), 6), '0.125')
  assert.equal(timeProgress(year, '2021-12-31'), '0')
  assert.equal(timeProgress(year, '2023-05-01'), '1')
  const quarter = daysOf('2022-Q2') ?? assert.fail()
  assert.deepEqual(quarter, { fromOn: '2022-04-01', toOn: '2022-06-30' })
  assert.equal(roundDecimal(timeProgress(quarter, '2022-05-31'), 6), '0.666667')
  assert.equal(timeProgress(daysOf('2022-04') ?? assert.fail(), '2022-04-15'), '0.5')
})

test('rates and differences come from unrounded figures', () => {
  assert.equal(points(progressOf('50.9', '100', timeProgress(year, '2022-05-31')).ahead), '9.2')
  const october = progressOf('629', '647.4', timeProgress(year, '2022-10-31'))
  assert.equal(points(october.rate), '97.2')
  // From 97.2 it would be 13.9.
  assert.equal(points(october.ahead), '13.8')
  assert.deepEqual(progressOf('3', '0', '0.5'), { rate: null, ahead: null })
})

test('what is no period has no days', () => {
  for (const period of ['', '2022-13', '2022-Q5', '0000', '0000-Q1', 'x'])
    assert.equal(daysOf(period), undefined, period)
})
