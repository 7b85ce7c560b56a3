import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumDecimal } from '../../../shared/decimal.ts'
import { shareArea } from './share-area.ts'

test('parts sum to the whole exactly, whatever the areas', () => {
  assert.deepEqual(shareArea('9407', ['6271.3333', '3135.6667']), ['6271.3333', '3135.6667'])
  assert.deepEqual(shareArea('100', ['1', '1', '1']), ['33.3334', '33.3333', '33.3333'])
  const area = fc.integer({ min: 1, max: 10_000_000 }).map((value) => String(value / 100))
  fc.assert(
    fc.property(
      area,
      fc.array(area, { minLength: 2, maxLength: 8 }),
      (whole, parts) => sumDecimal(shareArea(whole, parts)) === whole,
    ),
  )
})
