import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourcesMoved } from './what-moved.ts'

test('a write is read anew where the map shows it, and nowhere else', () => {
  assert.deepEqual(sourcesMoved(['parcel']), ['land', 'projects'])
  assert.deepEqual(sourcesMoved(['progress', 'change']), ['projects'])
  assert.deepEqual(sourcesMoved(['post']), ['projects'])
  assert.deepEqual(sourcesMoved(['blocker', 'view']), [])
  assert.deepEqual(sourcesMoved(undefined), ['land', 'projects'])
})
