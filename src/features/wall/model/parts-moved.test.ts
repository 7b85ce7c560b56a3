import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recorded } from '../../../server/database/record.ts'
import { partsMoved } from './parts-moved.ts'

test('what moves with land and what with projects; a line that was broken moves all', () => {
  assert.deepEqual(partsMoved(undefined), ['land', 'projects'])
  assert.deepEqual(partsMoved(['parcel']), ['land'])
  assert.deepEqual(partsMoved(['month_task', 'visit']), ['projects'])
  assert.deepEqual(partsMoved(['unit']), ['land', 'projects'])
  assert.deepEqual(partsMoved(['saved_view', 'session']), [])
})

test('every table that it listens for is one that is written', () => {
  const heard = recorded.filter((table) => partsMoved([table]).length > 0)
  assert.equal(heard.length, 14)
})
