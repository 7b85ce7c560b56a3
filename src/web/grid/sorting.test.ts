import assert from 'node:assert/strict'
import { it } from 'node:test'
import { nextSort } from './sorting.ts'

it('goes round ascending, descending, none', () => {
  const up = nextSort([], 'a', false)
  const down = nextSort(up, 'a', false)
  assert.deepEqual(up, [{ key: 'a', descending: false }])
  assert.deepEqual(down, [{ key: 'a', descending: true }])
  assert.deepEqual(nextSort(down, 'a', false), [])
})

it('keeps the other columns only when asked to add', () => {
  const both = nextSort([{ key: 'a', descending: true }], 'b', true)
  assert.deepEqual(
    both.map((s) => s.key),
    ['a', 'b'],
  )
  assert.deepEqual(nextSort(both, 'a', true), [{ key: 'b', descending: false }])
  assert.deepEqual(nextSort(both, 'c', false), [{ key: 'c', descending: false }])
})
