import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts } from '../contract.ts'
import { firstView, placeOf } from './useCheckPlace.ts'

const none: Counts = {
  new: 0,
  changed: 0,
  unchanged: 0,
  doubt: 0,
  skipped: 0,
  questions: 0,
  warnings: 0,
  notes: 0,
}

test('what needs a person is opened first', () => {
  assert.equal(firstView({ ...none, doubt: 1, questions: 3, changed: 2 }), 'doubt')
  assert.equal(firstView({ ...none, questions: 3, changed: 2 }), 'question')
  assert.equal(firstView({ ...none, changed: 2, new: 40 }), 'changed')
  assert.equal(firstView({ ...none, new: 40, warnings: 9 }), 'new')
  assert.equal(firstView({ ...none, unchanged: 40 }), 'unchanged')
  assert.equal(firstView(none), 'skipped')
})

test('an address that makes no sense shows the first page of what is usual', () => {
  const place = placeOf({ show: 'nonsense', page: '-3', code: 'y' })
  assert.deepEqual([place.view, place.page, place.code], [undefined, 1, undefined])
  assert.equal(placeOf({ show: 'question', page: '2.7' }).page, 2)
})
