import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLasso, writeLasso } from './lasso.ts'

test('a lasso is read as it was written, and closed', () => {
  const ring = [
    [120.27, 30.18],
    [120.28, 30.18],
    [120.28, 30.19],
  ] as [number, number][]
  assert.deepEqual(readLasso(writeLasso(ring)), [...ring, ring[0]])
})

test('what encloses nothing, or is nowhere, is no lasso', () => {
  for (const text of [
    '',
    '120,;121,;121,1',
    '1,2; ,4;5,6',
    '1,2;3,4',
    '1,2;3,4;x,5',
    '1,2;3,4;5',
    '1,2;3,4;200,5',
    '1,2;3,4;5,6,7',
  ])
    assert.equal(readLasso(text), undefined, text)
  assert.equal(readLasso(Array.from({ length: 401 }, () => '1,2').join(';')), undefined)
})
