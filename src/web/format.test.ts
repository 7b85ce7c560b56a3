import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumDecimal } from '../shared/decimal.ts'
import { showArea, showDay, showMoney, showNumber, showPercent, showTime, units } from './format.ts'

test('money is kept in 万元 and shown in 亿元 with two decimals or 万元 with none', () => {
  assert.equal(showMoney('1041500', { unit: '亿元' }), '104.15')
  assert.equal(showMoney('12345678.5', { unit: '万元' }), '12,345,679')
  assert.equal(showMoney('12345.5', { unit: '万元', digits: 1 }), '12,345.5')
  assert.equal(showMoney('49.99', { unit: '亿元' }), '0.00')
  assert.equal(showMoney('50', { unit: '亿元' }), '0.01')
  assert.equal(showMoney('-25000', { unit: '亿元' }), '-2.50')
  assert.equal(showMoney(null, { unit: '亿元' }), '—')
})

test('money beyond what a double holds stays exact', () => {
  assert.equal(showMoney('90071992547409930001', { unit: '万元' }), '90,071,992,547,409,930,001')
})

test('a sum shown in 亿元 is the sum of the exact amounts, not of the shown ones', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), (amounts) => {
      const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
      const shown = showMoney(sumDecimal(amounts.map(String)), { unit: '亿元' }).replaceAll(',', '')
      const hundredths = BigInt(shown.replace('.', ''))
      const twiceError = 2n * (exact - hundredths * 100n)
      assert.ok(twiceError >= -100n && twiceError <= 100n)
    }),
  )
})

test('areas are kept in ㎡ and shown in 亩', () => {
  assert.equal(showArea('9407'), '14.11')
  assert.equal(showArea('66666.6667'), '100')
  assert.equal(showArea('9407', { digits: 4 }), '14.1105')
  assert.equal(showArea(null), '—')
})

test('ratios are shown in per cent with one decimal', () => {
  assert.equal(showPercent('0.5094'), '50.9')
  assert.equal(showPercent('1.321', { sign: true }), '132.1%')
  assert.equal(showPercent(null), '—')
})

test('a timestamp is shown as the day and minute in Shanghai', () => {
  assert.equal(showDay('2022-02-28T16:30:00Z'), '2022-03-01')
  assert.equal(showDay('2022-03-01'), '2022-03-01')
  assert.equal(showTime('2022-02-28T16:30:59Z'), '2022-03-01 00:30')
  assert.equal(showTime(null), '—')
})

test('counts are grouped, units follow the language', () => {
  assert.equal(showNumber(1234567), '1,234,567')
  assert.equal(showNumber(null), '—')
  assert.equal(units({ kind: 'money' }, 'zh'), '万元')
  assert.equal(units({ kind: 'area' }, 'en'), 'mu')
  assert.equal(units({ kind: 'text' }, 'zh'), '')
})
