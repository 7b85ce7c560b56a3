import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, markMs, nextEnd, nextMarks } from './marks.ts'

const values = (of: Record<string, string>) => new Map(Object.entries(of))
const none = new Map<string, Mark>()

test('what changed is marked with what it was, for a minute and no longer', () => {
  const marks = nextMarks(none, values({ red: '7', all: '9' }), values({ red: '8', all: '9' }), 1_000)
  assert.deepEqual([...marks], [['red', { before: '7', at: 1_000 }]])
  const same = values({ red: '8', all: '9' })
  assert.deepEqual(nextMarks(marks, same, same, 1_000 + markMs - 1), marks)
  assert.equal(nextEnd(marks, 31_000), 30_000)
  assert.deepEqual(nextMarks(marks, same, same, 1_000 + markMs), none)
  assert.equal(nextEnd(none, 5), undefined)
})

test('changed twice it tells what it was first; changed back it tells nothing; what is new has no before', () => {
  const first = nextMarks(none, values({ red: '7' }), values({ red: '8' }), 0)
  const second = nextMarks(first, values({ red: '8' }), values({ red: '9', 'row 1': 'x' }), 5_000)
  assert.deepEqual(second.get('red'), { before: '7', at: 5_000 })
  assert.deepEqual(second.get('row 1'), { before: '', at: 5_000 })
  assert.deepEqual(nextMarks(second, values({ red: '9', 'row 1': 'x' }), values({ red: '7' }), 9_000), none)
})
