import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DifferenceGroup } from '../../differences-contract.ts'
import { marksOf } from './marks.ts'

const groups: DifferenceGroup[] = [
  { kind: 'split', count: 1, marks: { before: ['a'], after: ['a1', 'a2'] } },
  { kind: 'status', count: 1, marks: { before: ['b'], after: ['b'] } },
  { kind: 'parcelOther', count: 1, marks: { before: ['b'], after: ['b'] } },
  { kind: 'projectNew', count: 9_999, marks: null },
  { kind: 'stage', count: 1, marks: { before: ['p'], after: ['p'] } },
]

test('each day’s map marks what stands there, once', () => {
  assert.deepEqual(marksOf(groups, undefined, 'before'), { parcels: ['a', 'b'], projects: ['p'] })
  assert.deepEqual(marksOf(groups, undefined, 'after'), { parcels: ['a1', 'a2', 'b'], projects: ['p'] })
})

test('of one kind that alone, and none of too many', () => {
  assert.deepEqual(marksOf(groups, 'split', 'after'), { parcels: ['a1', 'a2'], projects: [] })
  assert.deepEqual(marksOf(groups, 'projectNew', 'after'), { parcels: [], projects: [] })
})
