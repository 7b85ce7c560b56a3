import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moneyUnitFor, showValue } from './show-value.ts'

const zh = { language: 'zh' } as const

test('money is exact and in the unit asked for', () => {
  assert.equal(showValue('totalInvestment', '52300.5', zh), '5.23005亿元')
  assert.equal(showValue('totalInvestment', '9999', zh), '9,999万元')
  assert.equal(showValue('totalInvestment', '9999', { ...zh, moneyUnit: '亿元' }), '0.9999亿元')
  assert.equal(showValue('totalInvestment', '-20000.000000', zh), '-2亿元')
})

test('two amounts side by side share one unit', () => {
  assert.equal(moneyUnitFor(['900', '12000']), '亿元')
  assert.equal(moneyUnitFor([null, '-12000']), '亿元')
  assert.equal(moneyUnitFor(['900', null]), '万元')
  assert.equal(moneyUnitFor(['12000'], '万元'), '万元')
})

test('areas are read in mu, ratios in per cent, choices in words', () => {
  assert.equal(showValue('landArea', '9407', zh), '14.1105亩')
  assert.equal(showValue('landArea', '66666.6667', zh), '100亩')
  assert.equal(showValue('completionRate', '0.125', zh), '12.5%')
  assert.equal(showValue('stage', 'underConstruction', zh), '在建')
  assert.equal(showValue('stage', 'underConstruction', { language: 'en' }), 'Under construction')
  assert.equal(showValue('started.plan', '2022-Q1', zh), '2022年一季度')
})

test('what is not in the catalogue or not a number stays as it is', () => {
  assert.equal(showValue('unheardOf', '12000', zh), '12000')
  assert.equal(showValue('totalInvestment', '约定', zh), '约定')
  assert.equal(showValue('name', '2022', zh), '2022')
})

test('English counts in millions', () => {
  const en = { language: 'en' } as const
  assert.equal(showValue('totalInvestment', '52300.5', en), 'CNY 523.005m')
  assert.equal(showValue('foreignCapital', '500', en), 'USD 5m')
  assert.equal(showValue('taxPerMu', '33.2', en), 'CNY 332k/mu')
})
