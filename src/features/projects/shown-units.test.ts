import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { squareMetresFromMu } from '../../shared/area.ts'
import { fieldByKey } from './fields.ts'
import { showNumber, toShown, toStored, usualUnit } from './shown-units.ts'

const of = (key: string) => {
  const field = fieldByKey.get(key)
  assert.ok(field)
  return field
}

test('what is shown leads back to exactly what is kept', () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([whole, part]) => toStored(`${whole}.${String(part).padStart(4, '0')}`, '万元'))
  fc.assert(
    fc.property(amount, fc.constantFrom('亿元', '万元', '㎡', '亩', '%'), (stored, unit) => {
      assert.equal(toStored(toShown(stored, unit), unit), stored)
    }),
  )
})

test('an area given in round 亩 is shown round', () => {
  for (const mu of ['100', '35.2', '14.1105', '0.5']) assert.equal(toShown(squareMetresFromMu(mu), '亩'), mu)
})

test('亿元 with two decimals, 万元 with none, 亩 with two', () => {
  assert.equal(showNumber(toShown('123456.78', '亿元'), '亿元'), '12.35')
  assert.equal(showNumber(toShown('123456.78', '万元'), '万元'), '123,457')
  assert.equal(showNumber(toShown('9407', '亩'), '亩'), '14.11')
  assert.equal(showNumber(toShown('0.509', '%'), '%'), '50.9')
})

test('total investment is spoken of in 亿元, tax in 万元', () => {
  assert.equal(usualUnit(of('totalInvestment')), '亿元')
  assert.equal(usualUnit(of('expectedTax')), '万元')
  assert.equal(usualUnit(of('name')), undefined)
})
