import assert from 'node:assert/strict'
import { test } from 'node:test'
import { battleAsked, cellAddress, cellAsked, isNarrowed, stepFrom, supportAsked } from './asked.ts'

test('what an address does not say, or says wrongly, is the usual', () => {
  const usual = battleAsked({})
  assert.deepEqual(
    [usual.months, usual.group, usual.from, isNarrowed(usual)],
    [12, 'corps', undefined, false],
  )
  const wrong = battleAsked({ from: '2022-13', months: '7', group: 'officer', phase: 'x', only: 'late' })
  assert.deepEqual(wrong, usual)
  const asked = battleAsked({
    from: '2022-03',
    months: '24',
    group: 'chain',
    phase: 'build',
    only: 'overdue',
  })
  assert.deepEqual(
    [asked.from, asked.months, asked.group, asked.phase, asked.only, isNarrowed(asked)],
    ['2022-03', 24, 'chain', 'build', 'overdue', true],
  )
  assert.deepEqual(supportAsked({ state: 'late', kind: 'water' }), supportAsked({ state: 'open' }))
})

test('a cell in an address and back; months step within what the chart has', () => {
  assert.deepEqual(cellAsked({ cell: cellAddress('p', '2022-03') }), { projectId: 'p', month: '2022-03' })
  for (const cell of ['', 'p', 'p.2022', '.2022-03']) assert.equal(cellAsked({ cell }), undefined)
  assert.deepEqual(
    [stepFrom('2022-01', -3), stepFrom('2000-02', -3), stepFrom('2197-11', 3)],
    ['2021-10', '2000-01', '2197-12'],
  )
})
