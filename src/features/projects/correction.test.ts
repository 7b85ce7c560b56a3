import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForReason, markOf } from './correction.ts'

const day = '2022-04-10'

test('an actual date that becomes another or is taken away is a correction; a first one or a more exact one is none', () => {
  const mark = (from: string | null, to: string | null) => markOf('started.actual', from, to, day)
  assert.equal(mark('2022-03-05', '2022-02-20'), 'correction')
  assert.equal(mark('2022-03-05', null), 'correction')
  assert.equal(mark('2022-03-05', '2022-03'), 'correction')
  assert.equal(mark('2022-03', '2022-04'), 'correction')
  assert.equal(mark(null, '2022-03-05'), undefined)
  assert.equal(mark('2022-03-05', '2022-03-05'), undefined)
  assert.equal(mark('2022-03', '2022-03-05'), undefined)
  assert.equal(mark('2022-Q1', '2022-03'), undefined)
})

test('a plan is changed late once its last day has passed; forecasts and other fields are never marked', () => {
  const mark = (from: string | null, to: string | null) => markOf('started.plan', from, to, day)
  assert.equal(mark('2022-04-09', '2022-06'), 'latePlan')
  assert.equal(mark('2022-Q1', null), 'latePlan')
  assert.equal(mark('2022-04-10', '2022-06'), undefined)
  assert.equal(mark('2022-04', '2022-06'), undefined)
  assert.equal(mark(null, '2022-03'), undefined)
  assert.equal(markOf('started.forecast', '2022-01', '2022-06', day), undefined)
  assert.equal(markOf('totalInvestment', '1', '2', day), undefined)
})

test('a reason is asked for a correction among months that have gone by', () => {
  const asks = (from: string | null, to: string | null) => asksForReason('started.actual', from, to, day)
  assert.equal(asks('2022-03-05', '2022-02-20'), true)
  assert.equal(asks('2022-03-31', null), true)
  assert.equal(asks('2022-03-05', '2022-04-02'), false)
  assert.equal(asks('2022-04-02', '2022-03-05'), false)
  assert.equal(asks('2022-Q2', '2022-03'), false)
  assert.equal(asks(null, '2022-03-05'), false)
  assert.equal(asks('2022-03', '2022-03-05'), false)
  assert.equal(asksForReason('started.plan', '2022-02', '2022-03', day), false)
})
