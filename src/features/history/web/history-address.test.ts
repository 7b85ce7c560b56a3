import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOfAddress, historyAddress } from './history-address.ts'

test('a field and its month go into the address and come out again', () => {
  assert.deepEqual(fieldOfAddress(historyAddress('problem', '2022-03')), {
    key: 'problem',
    period: '2022-03',
  })
  assert.deepEqual(fieldOfAddress(historyAddress('started.actual')), { key: 'started.actual' })
})

test('what is no field with a history, or no month, is not looked up', () => {
  for (const text of [undefined, '', 'nonsense', 'taxPerMu', 'period', '@2022-03'])
    assert.equal(fieldOfAddress(text), undefined, String(text))
  assert.deepEqual(fieldOfAddress('problem@2022-13'), { key: 'problem' })
  assert.deepEqual(fieldOfAddress('name@2022-03'), { key: 'name' })
})
