import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextDay, shanghaiMidnight } from './log-days.ts'

test('the day after the last of a month, and of February', () => {
  assert.equal(nextDay('2022-12-31'), '2023-01-01')
  assert.equal(nextDay('2024-02-28'), '2024-02-29')
  assert.equal(new Date(shanghaiMidnight('2022-03-01')).toISOString(), '2022-02-28T16:00:00.000Z')
})
