import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showValue, storedToTyped, typedToStored } from './goal-words.ts'

test('money is typed and shown in 亿元 and kept in 万元, exactly', () => {
  assert.equal(typedToStored('signedInvestment', '150.000001'), '1500000.01')
  assert.equal(typedToStored('signedInvestment', '1,200'), '12000000')
  assert.equal(storedToTyped('signedInvestment', '1500000.01'), '150.000001')
  assert.equal(showValue('signedInvestment', '1500000.01'), '150.00')
})

test('counts stay as they are; what is no number is none', () => {
  assert.equal(typedToStored('signedCount', ' 20 '), '20')
  for (const text of ['', 'x', '-1', '1.2.3', '三'])
    assert.equal(typedToStored('signedCount', text), undefined, text)
})
