import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDecimal,
  compareDecimal,
  decimalFromNumber,
  divideDecimal,
  formatDecimal,
  isDecimal,
  multiplyDecimal,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  signOfDecimal,
  subtractDecimal,
  sumDecimal,
} from './decimal.ts'

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => parseDecimal(`${units}e-${scale}`) ?? assert.fail())

test('reads what people and programs write into one form', () => {
  const cases: [string, string | undefined][] = [
    ['12345.670', '12345.67'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+1.50', '1.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['1.2E+08', '120000000'],
    ['1e-7', '0.0000001'],
    ['1,000', undefined],
    ['', undefined],
    ['.', undefined],
    ['1e9999', undefined],
    ['0x10', undefined],
    ['12 3', undefined],
  ]
  for (const [text, expected] of cases) assert.equal(parseDecimal(text), expected, text)
})

test('only the canonical form is a decimal', () => {
  for (const good of ['0', '10', '-1', '0.5', '-12.05']) assert.equal(isDecimal(good), true, good)
  for (const bad of ['-0', '0.0', '1.0', '01', '1.50', '.5', '1e3', '', '+1', 1, null, '100.', 'NaN'])
    assert.equal(isDecimal(bad), false, String(bad))
})

test('rounds halves away from zero and divides to the digits asked', () => {
  assert.equal(roundDecimal('2.345', 2), '2.35')
  assert.equal(roundDecimal('-2.345', 2), '-2.35')
  assert.equal(roundDecimal('2.3449', 2), '2.34')
  assert.equal(divideDecimal('2', '3', 4), '0.6667')
  assert.equal(divideDecimal('-2', '3', 0), '-1')
  assert.equal(divideDecimal('2570', '102.76', 2), '25.01')
  assert.throws(() => divideDecimal('1', '0.00', 2), RangeError)
  assert.throws(() => addDecimal('1', 'x'), RangeError)
})

test('formats with fixed decimals and grouping', () => {
  assert.equal(formatDecimal('1234567.891', { digits: 2, grouping: true }), '1,234,567.89')
  assert.equal(formatDecimal('-1234.5', { grouping: true }), '-1,234.5')
  assert.equal(formatDecimal('104.2', { digits: 2 }), '104.20')
  assert.equal(formatDecimal('-0.004', { digits: 2 }), '0.00')
  assert.equal(formatDecimal('999.5', { digits: 0, grouping: true }), '1,000')
  assert.equal(formatDecimal('12.5000'), '12.5')
})

test('takes database numerics and doubles', () => {
  assert.equal(addDecimal('12.5000', '0.0'), '12.5')
  assert.equal(decimalFromNumber(0.1), '0.1')
  assert.equal(decimalFromNumber(1e21), '1000000000000000000000')
  assert.equal(decimalFromNumber(Number.NaN), undefined)
})

test('every result is canonical, and arithmetic keeps its laws', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      const results = [addDecimal(a, b), subtractDecimal(a, b), multiplyDecimal(a, b), negateDecimal(a)]
      for (const result of results) assert.ok(isDecimal(result), result)
      assert.equal(addDecimal(a, b), addDecimal(b, a))
      assert.equal(subtractDecimal(addDecimal(a, b), b), a)
      assert.equal(
        multiplyDecimal(a, addDecimal(b, c)),
        addDecimal(multiplyDecimal(a, b), multiplyDecimal(a, c)),
      )
      assert.equal(sumDecimal([a, b, c]), addDecimal(addDecimal(a, b), c))
      assert.equal(compareDecimal(a, b), signOfDecimal(subtractDecimal(a, b)))
    }),
  )
})

test('a quotient is within half a unit of its last digit', () => {
  fc.assert(
    fc.property(decimals, decimals, fc.integer({ min: 0, max: 8 }), (a, b, digits) => {
      fc.pre(b !== '0')
      const error = subtractDecimal(a, multiplyDecimal(divideDecimal(a, b, digits), b))
      const limit = multiplyDecimal(b, `5e-${digits + 1}`)
      const size = (value: string) => value.replace('-', '')
      assert.ok(compareDecimal(size(error), size(limit)) <= 0, `${a} / ${b} to ${digits}`)
    }),
  )
})
