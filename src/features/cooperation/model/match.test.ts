import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Candidate, matchOf } from './match.ts'

const candidate = (projectId: string, given: Partial<Candidate>): Candidate => ({
  projectId,
  name: '年产十万套电驱',
  investor: null,
  isSeen: true,
  isUnsigned: true,
  isOwn: false,
  ...given,
})

test('of namesakes the one that the person can mean, or else the one out of sight', () => {
  const called = { name: '年产十万套电驱', investor: null }
  const hidden = candidate('hidden', { isSeen: false })
  const seen = candidate('seen', {})
  assert.equal(matchOf(called, [hidden, seen]), 'seen')
  assert.equal(matchOf(called, [seen, hidden]), 'seen')
  assert.equal(matchOf(called, [hidden]), 'hidden')
})

test('a name goes before an investor, and an investor counts only where another unit negotiates', () => {
  const called = { name: '新项目', investor: '传化集团有限公司' }
  const invested = (id: string, given: Partial<Candidate> = {}) =>
    candidate(id, { investor: '传化集团有限公司', ...given })
  assert.equal(
    matchOf(called, [invested('other', { isSeen: false }), invested('own', { isOwn: true })]),
    'other',
  )
  assert.equal(matchOf(called, [invested('signed', { isUnsigned: false })]), undefined)
  assert.equal(
    matchOf(called, [invested('other'), candidate('named', { name: '新项目', isSeen: false })]),
    'named',
  )
})
