import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeWithin } from './free-within.ts'

test('a room that comes free is marked by the least of 3, 6 and 12 months', () => {
  const within = (freeOn: string | null) => freeWithin({ freeOn }, '2022-02-28')
  assert.deepEqual(
    [
      null,
      '2022-02-28',
      '2022-03-01',
      '2022-05-28',
      '2022-05-29',
      '2022-08-28',
      '2023-02-28',
      '2023-03-01',
    ].map(within),
    [undefined, undefined, 3, 3, 6, 6, 12, undefined],
  )
})
