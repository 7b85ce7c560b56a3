import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fields } from '../fields.ts'
import { keptWidth, shownWidth } from './column-width.ts'
import { usualWidth } from './ledger-state.ts'

test('a usual column is shown as wide as its English words and kept as usual', () => {
  for (const field of fields) {
    const usual = usualWidth(field)
    const shown = shownWidth(field, usual, 'en')
    assert.ok(shown >= usual)
    assert.equal(keptWidth(field.key, shown, 'en'), usual)
    assert.equal(shownWidth(field, usual, 'zh'), usual)
    assert.equal(keptWidth(field.key, usual, 'zh'), usual)
  }
})

test('a width that was drawn stays', () => {
  const [field] = fields
  assert.ok(field)
  assert.equal(shownWidth(field, 333, 'en'), 333)
  assert.equal(keptWidth(field.key, 333, 'en'), 333)
})
