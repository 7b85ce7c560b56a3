import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourcesMoved, standsBeside } from './what-moved.ts'

test('a write is read anew where the map shows it, and nowhere else', () => {
  assert.deepEqual(sourcesMoved(['parcel']), ['land', 'projects'])
  assert.deepEqual(sourcesMoved(['reservation']), ['land'])
  assert.deepEqual(sourcesMoved(['progress', 'change']), ['projects'])
  assert.deepEqual(sourcesMoved(['post']), ['projects'])
  assert.deepEqual(sourcesMoved(['blocker', 'view']), [])
  assert.deepEqual(sourcesMoved(undefined), ['land', 'projects'])
})

test('with the map goes the card that is open beside it', () => {
  for (const queryKey of [
    ['map', 'legend'],
    ['project', 'id'],
    ['buildings', 'one', 'id'],
  ])
    assert.equal(standsBeside({ queryKey }), true, String(queryKey))
  assert.equal(standsBeside({ queryKey: ['ledger'] }), false)
})
