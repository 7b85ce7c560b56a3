import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsMoved } from './parts-moved.ts'

test('what moves with land and what with projects; a line that was broken moves all', () => {
  assert.deepEqual(partsMoved(undefined), ['land', 'projects'])
  assert.deepEqual(partsMoved(['parcel']), ['land'])
  assert.deepEqual(partsMoved(['month_task', 'visit']), ['projects'])
  assert.deepEqual(partsMoved(['unit']), ['land', 'projects'])
  assert.deepEqual(partsMoved(['saved_view', 'session']), [])
})
