import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  hectaresFromMu,
  hectaresFromSquareMetres,
  muFromHectares,
  muFromSquareMetres,
  perHectareFromPerMu,
  perMuFromPerHectare,
  squareMetresFromHectares,
  squareMetresFromMu,
} from './area.ts'
import { divideDecimal, parseDecimal } from './decimal.ts'

test('a real parcel of 9407 ㎡ is 14.1105 亩, and back', () => {
  assert.equal(muFromSquareMetres('9407'), '14.1105')
  assert.equal(squareMetresFromMu('14.1105'), '9407')
  assert.equal(hectaresFromSquareMetres('9407'), '0.9407')
})

test('one 公顷 is 15 亩 and intensities follow', () => {
  assert.equal(muFromHectares('1'), '15')
  assert.equal(hectaresFromMu('15'), '1')
  assert.equal(perHectareFromPerMu('25'), '375')
  assert.equal(perMuFromPerHectare('375'), '25')
  assert.equal(divideDecimal('2570', '102.76', 2), '25.01')
})

test('one 亩 is never 666.67 or 667', () => {
  assert.equal(squareMetresFromMu('1'), '666.6667')
  assert.equal(squareMetresFromMu('1500'), '1000000')
})

test('㎡ to 4 decimals survive the way through 亩 and 公顷', () => {
  const areas = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((units) => parseDecimal(`${units}e-4`) ?? '0')
  fc.assert(
    fc.property(areas, (area) => {
      assert.equal(squareMetresFromMu(muFromSquareMetres(area)), area)
      assert.equal(squareMetresFromHectares(hectaresFromSquareMetres(area)), area)
    }),
  )
})
