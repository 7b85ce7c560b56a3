import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesNothing } from './changes-nothing.ts'

const none = { new: 0, changed: 0, unchanged: 3, doubt: 0, skipped: 1, questions: 0, warnings: 2, notes: 1 }

test('an import that agrees with the ledger waits for nobody; one with a row or a cell open still does', () => {
  assert.equal(changesNothing({ status: 'checked', counts: none }), true)
  for (const open of ['new', 'changed', 'doubt', 'questions'])
    assert.equal(changesNothing({ status: 'checked', counts: { ...none, [open]: 1 } }), false, open)
  assert.equal(changesNothing({ status: 'applied', counts: none }), false)
  assert.equal(changesNothing({ status: 'read', counts: null }), false)
})
