import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { addUp, readDecimal } from './decimal-sum.ts'

it('adds decimals exactly', () => {
  assert.deepEqual(addUp(['0.1', '0.2']), { numbers: 2, sum: '0.3', average: '0.15' })
  assert.deepEqual(addUp(['-0.05', null, 'x', '', 3]), { numbers: 2, sum: '2.95', average: '1.48' })
  assert.deepEqual(addUp(['-1', '-0.01']), { numbers: 2, sum: '-1.01', average: '-0.51' })
  assert.deepEqual(addUp(['90071992547409.93', '0.01']).sum, '90071992547409.94')
  assert.deepEqual(addUp([]), { numbers: 0, sum: '', average: '' })
})

it('agrees with whole cents, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { minLength: 1 }), (cents) => {
      const written = cents.map((c) => {
        const size = (c < 0n ? -c : c).toString().padStart(3, '0')
        return `${c < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
      })
      const { sum } = addUp(written)
      assert.equal(
        BigInt(sum.replace('.', '')),
        cents.reduce((a, b) => a + b, 0n),
      )
      assert.equal(addUp(written.toReversed()).sum, sum)
    }),
  )
})

it('adds numbers of any scale, small and large, as one would by hand', () => {
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.nat(5))
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 1 }), (decimals) => {
      const written = decimals.map(([digits, scale]) => {
        const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
        const point = size.length - scale
        return `${digits < 0n ? '-' : ''}${size.slice(0, point)}${scale ? `.${size.slice(point)}` : ''}`
      })
      const [whole = '', part = ''] = addUp(written).sum.split('.')
      const wanted = decimals.reduce((sum, [digits, scale]) => sum + digits * 10n ** BigInt(5 - scale), 0n)
      assert.equal(BigInt(whole + part.padEnd(5, '0')), wanted)
    }),
  )
})

it('reads numbers and nothing else', () => {
  assert.deepEqual(readDecimal('1e3'), { digits: 1000n, scale: 0 })
  assert.deepEqual(readDecimal(1e-7), { digits: 1n, scale: 7 })
  for (const text of ['', '.', '-', '1,000', '2022-03-01', '1.2.3', 'e5', Number.NaN, {}, true]) {
    assert.equal(readDecimal(text), null, String(text))
  }
})
