import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Comparison, Fact } from '../contract.ts'
import { mergeInputOf, proposedKept, takenFrom } from './choice.ts'

const fact = (field: string, first: string | null, second: string | null, period: string | null = null) =>
  ({ field, period, first, second }) as Fact
const side = (id: string, revision: number) => ({ id, revision })
const pair = {
  first: side('a', 3),
  second: side('b', 5),
  facts: [
    fact('name', '甲', '甲项目'),
    fact('code', null, 'C'),
    fact('note', '备', null),
    fact('chain', '化工', '化工'),
    fact('problem', '缺电', '缺地', '2022-02'),
  ],
} as Comparison

test('blanks are filled, the rest is the kept one’s unless somebody chose', () => {
  const choices = new Map([['2022-02 problem', 'second' as const]])
  assert.deepEqual(
    pair.facts.map((one) => takenFrom(one, 'first', choices)),
    ['first', 'second', 'first', 'first', 'second'],
  )
  assert.deepEqual(mergeInputOf(pair, 'first', choices), {
    keptId: 'a',
    lostId: 'b',
    keptRevision: 3,
    lostRevision: 5,
    takeLost: [{ field: 'problem', period: '2022-02' }],
  })
  assert.deepEqual(mergeInputOf(pair, 'second', choices).takeLost, [])
})

test('the one that says more is proposed, of equals the older', () => {
  assert.equal(proposedKept(pair), 'first')
  assert.equal(proposedKept({ facts: [...pair.facts, fact('parcelNo', null, '地')] }), 'second')
})
