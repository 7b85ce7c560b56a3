import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, filterOf, isNarrowed, queryOf, toggled } from './space-address.ts'

test('an address says what is listed; what it says wrongly is not asked for', () => {
  const asked = askedOf({ q: ' 5号 ', status: 'idle,reserve,gone', corps: 'u1', sort: '-area', page: '3' })
  assert.deepEqual(queryOf(asked), {
    q: '5号',
    status: ['reserve', 'idle'],
    unitId: 'u1',
    sort: '-area',
    limit: 100,
    offset: 200,
  })
  assert.deepEqual(queryOf(askedOf({ page: '-1', sort: 'x', ended: 'yes' })), {
    sort: 'number',
    limit: 100,
    offset: 0,
  })
})

test('an export takes the filter and no page', () => {
  assert.deepEqual(filterOf(askedOf({ ended: '1', within: '1,2;3,4;5,6', page: '9' })), {
    within: '1,2;3,4;5,6',
    ended: true,
    sort: 'number',
  })
})

test('former parcels and another order narrow nothing', () => {
  assert.equal(isNarrowed(askedOf({ ended: '1', sort: 'area', page: '2' })), false)
  assert.equal(isNarrowed(askedOf({ status: 'idle' })), true)
})

test('statuses are put in and taken out in the order in which land moves', () => {
  assert.equal(toggled(['idle'], 'reserve'), 'reserve,idle')
  assert.equal(toggled(['idle'], 'idle'), undefined)
})
