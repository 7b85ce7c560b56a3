import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit, EditFailure } from '../contract.ts'
import { chunked, overTheirs, partFailures } from './edit-outcome.ts'

const edit = (field: 'name' | 'note', from: string | null, to: string | null): Edit => ({
  projectId: 'p',
  field,
  from,
  to,
})
const failure = (field: string, code: EditFailure['code'], current: string | null): EditFailure => ({
  projectId: 'p',
  field,
  code,
  current,
  message: '',
  changedBy: '王芳',
})

test('a conflict is put to the person, a refusal is told', () => {
  const edits = [edit('name', 'a', 'b'), edit('note', null, 'c')]
  const { conflicts, refused } = partFailures(edits, [
    failure('name', 'conflict', 'x'),
    failure('note', 'not_allowed', null),
  ])
  assert.deepEqual(conflicts.map(overTheirs), [edit('name', 'x', 'b')])
  assert.deepEqual(
    refused.map((one) => one.code),
    ['not_allowed'],
  )
})

test('two people who wrote the same are not in conflict', () => {
  const { conflicts, refused } = partFailures([edit('name', 'a', 'b')], [failure('name', 'conflict', 'b')])
  assert.deepEqual([conflicts, refused], [[], []])
})

test('a large paste goes in parts, none left out', () => {
  assert.deepEqual(chunked([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]])
  assert.deepEqual(chunked([], 2), [])
})
