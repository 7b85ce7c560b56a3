import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldByKey } from '../fields.ts'
import { showQuantity } from './quantity-text.ts'

const of = (key: string) => {
  const field = fieldByKey.get(key)
  assert.ok(field)
  return field
}

test('in a sentence an amount takes the unit that its size asks for, and loses nothing', () => {
  assert.equal(showQuantity('1042000', of('totalInvestment'), 'zh'), '104.2亿元')
  assert.equal(showQuantity('9999.5', of('totalInvestment'), 'zh'), '9,999.5万元')
  assert.equal(showQuantity('123456.78', of('expectedTax'), 'zh'), '12.345678亿元')
  assert.equal(showQuantity('66666.6667', of('landArea'), 'zh'), '100亩')
  assert.equal(showQuantity('0.8', of('completionRate'), 'en'), '80%')
  assert.equal(showQuantity('125000', of('totalInvestment'), 'en'), 'CNY 1,250m')
  assert.equal(showQuantity('300', of('foreignCapital'), 'en'), 'USD 3m')
  assert.equal(showQuantity('123456.78', of('totalInvestment'), 'zh', { isBrief: true }), '12.35亿元')
})
