import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionOfKey } from './decision-keys.ts'

const candidates = [{ projectId: 'a' }, { projectId: 'b' }]

test('digits choose candidates, letters the rest', () => {
  assert.deepEqual(decisionOfKey('2', candidates), { decision: 'match', projectId: 'b' })
  assert.deepEqual(decisionOfKey('N', candidates), { decision: 'create' })
  assert.deepEqual(decisionOfKey('s', candidates), { decision: 'skip' })
})

test('a digit beyond the candidates and any other key decide nothing', () => {
  for (const key of ['3', '0', 'x', 'Enter', 'F1']) assert.equal(decisionOfKey(key, candidates), undefined)
})
