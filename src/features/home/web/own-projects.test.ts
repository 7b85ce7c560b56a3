import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byNextStep } from './own-projects.ts'

const row = (id: string, dates: Record<string, string>, stage = 'signed') => ({
  id,
  period: null,
  abilities: [],
  stage,
  standing: 'ongoing',
  ...dates,
})

test('what is late stands first, the longest first; what has no day stands last', () => {
  const order = byNextStep(
    [
      row('no day', {}),
      row('soon', { 'started.plan': '2022-03-20' }),
      row('late', { 'started.plan': '2022-02-20' }),
      row('later', { 'started.plan': '2022-06' }),
      row('latest', { 'started.plan': '2022-01-10', 'completed.plan': '2023' }),
      row('at its end', {}, 'contractReview'),
    ],
    '2022-03-01',
  )
  assert.deepEqual(
    order.map((one) => [one.row.id, one.isLate]),
    [
      ['latest', true],
      ['late', true],
      ['soon', false],
      ['later', false],
      ['no day', false],
      ['at its end', false],
    ],
  )
})
