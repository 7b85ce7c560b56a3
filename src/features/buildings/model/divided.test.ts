import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeNumbers, leftOf, readyTogether } from './divided.ts'

test('what parts leave of a room is exact, also where a float would not be', () => {
  assert.equal(leftOf('0.3', ['0.1', '0.2']), '0')
  assert.equal(leftOf('300.5', ['100.25', '200.25']), '0')
  assert.equal(leftOf('300', ['100', '190.0001']), '9.9999')
  assert.equal(leftOf('300', ['100', '210']), '-10')
  assert.equal(leftOf('300', []), '300')
})

test('numbers for the parts are those that no room has, however they are written', () => {
  assert.deepEqual(freeNumbers('301', ['301', '302'], 2), ['301-1', '301-2'])
  assert.deepEqual(freeNumbers('301', ['301', '３０１－１', '301-3室'], 3), ['301-2', '301-4', '301-5'])
})

test('rooms made one are ready when the last of them is', () => {
  const ready = (...days: (string | null)[]) => days.map((readyOn) => ({ readyOn }))
  assert.equal(readyTogether(ready(null, null), '2027-01-01'), null)
  assert.equal(readyTogether(ready('2026-05-01', '2026-08-01'), null), '2026-08-01')
  assert.equal(readyTogether(ready('2026-05-01', null), '2027-01-01'), '2027-01-01')
  assert.equal(readyTogether(ready('2026-05-01', null), null), '2026-05-01')
})
