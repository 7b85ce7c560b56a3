import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveColumn, toggleColumn, toggleFrozen } from './column-order.ts'

const column = (key: string, frozen = false) => ({ key, width: 100, frozen })
const keys = (columns: { key: string }[]) => columns.map(({ key }) => key).join()
const some = [column('name', true), column('code'), column('stage')]

test('a column moves to a place and never off the ends', () => {
  assert.equal(keys(moveColumn(some, 'stage', 0)), 'stage,name,code')
  assert.equal(keys(moveColumn(some, 'name', 9)), 'code,stage,name')
  assert.equal(keys(moveColumn(some, 'name', -1)), 'name,code,stage')
  assert.equal(keys(moveColumn(some, 'nothing', 0)), 'name,code,stage')
})

test('a hidden column comes back at the end, and the last column stays', () => {
  assert.equal(keys(toggleColumn(some, 'code')), 'name,stage')
  assert.equal(keys(toggleColumn(some, 'light')), 'name,code,stage,light')
  assert.equal(keys(toggleColumn([column('name')], 'name')), 'name')
})

test('freezing a column brings it to the frozen ones, thawing behind them', () => {
  const frozen = toggleFrozen(some, 'stage')
  assert.equal(keys(frozen), 'name,stage,code')
  assert.equal(frozen[1]?.frozen, true)
  assert.equal(keys(toggleFrozen(frozen, 'name')), 'stage,name,code')
})
