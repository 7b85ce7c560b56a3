import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatDecimal } from '../../shared/decimal.ts'
import { shareFault, sumOfShares } from './model/shares.ts'

const shares = (...percents: string[]) => percents.map((percent, at) => ({ unitId: `${at}`, percent }))
/** Hundredths of a percent, written with as many places as they need, or with two. */
const written = (hundredths: number, padded: boolean) =>
  formatDecimal(`${hundredths}e-2`, padded ? { digits: 2 } : {})

test('shares are accepted if, and only if, they are exactly 100 together', () => {
  const split = fc
    .array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 })
    .chain((parts) => fc.tuple(fc.constant(parts), fc.integer({ min: -3, max: 3 }), fc.boolean()))
  fc.assert(
    fc.property(split, ([parts, off, padded]) => {
      const sum = parts.reduce((all, part) => all + part, 0)
      const closed = sum < 10_000 ? [...parts, 10_000 - sum + off].filter((part) => part > 0) : parts
      const total = closed.reduce((all, part) => all + part, 0)
      const fault = shareFault(shares(...closed.map((part) => written(part, padded))))
      assert.equal(fault === undefined, total === 10_000)
      if (fault) {
        assert.ok(fault.kind === 'sum')
        assert.equal(Math.round(Number(fault.missing) * 100), 10_000 - total)
      }
    }),
    { numRuns: 500 },
  )
})

test('thirds are written out, and a hundredth too little or too much is said', () => {
  assert.equal(shareFault(shares('33.33', '33.33', '33.34')), undefined)
  assert.deepEqual(shareFault(shares('33.33', '33.33', '33.33')), {
    kind: 'sum',
    sum: '99.99',
    missing: '0.01',
  })
  assert.deepEqual(shareFault(shares('50', '50.01')), { kind: 'sum', sum: '100.01', missing: '-0.01' })
})

test('what is no share is named: none, nought, less, three places, no number, twice', () => {
  assert.deepEqual(shareFault([]), { kind: 'none' })
  assert.equal(shareFault(shares('100', '0'))?.kind, 'notPositive')
  assert.equal(shareFault(shares('110', '-10'))?.kind, 'notPositive')
  assert.equal(shareFault(shares('33.333', '66.667'))?.kind, 'places')
  assert.equal(shareFault(shares('abc', '100'))?.kind, 'unreadable')
  const one = { unitId: 'a', percent: '50' }
  assert.deepEqual(shareFault([one, one]), { kind: 'twice', at: 1 })
})

test('while somebody types, what cannot be read yet counts as nothing', () => {
  assert.deepEqual(sumOfShares([{ percent: '60' }, { percent: '' }, { percent: '39.9' }]), {
    sum: '99.9',
    missing: '0.1',
  })
})
