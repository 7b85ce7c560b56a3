import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumDecimal } from '../../shared/decimal.ts'
import { countByTiers, readGivenBands } from './tiers.ts'

test("the zone's Feb-2022 item gives 17 of 18 and derives nothing", () => {
  const bands = [
    { atLeast: '500000', count: 1 },
    { atLeast: '100000', count: 3 },
    { atLeast: '10000', count: 13 },
  ]
  assert.deepEqual(readGivenBands(18, bands), {
    ok: false,
    code: 'do_not_sum',
    sum: 17,
    total: 18,
    difference: 1,
  })
})

test('figures that add up one way are read that way', () => {
  const given = (counts: number[], total: number) =>
    readGivenBands(
      total,
      counts.map((count, at) => ({ atLeast: ['500000', '100000', '10000'][at] ?? '', count })),
    )
  const exclusive = given([1, 3, 13], 17)
  assert.ok(exclusive.ok && exclusive.meant === 'exclusive')
  assert.deepEqual(
    exclusive.nested.map((band) => band.count),
    [17, 4, 1],
  )
  const nested = given([1, 4, 17], 17)
  assert.ok(nested.ok && nested.meant === 'nested')
  assert.deepEqual(
    nested.exclusive.map((band) => band.count),
    [13, 3, 1],
  )
  const both = given([0, 0, 5], 5)
  assert.deepEqual(both.ok && both.nested, both.ok && both.exclusive)
})

test('tiers are ≥, nested by default, and what has no amount is said', () => {
  const reading = countByTiers(['9999.99', '10000', '99999', '100000', '500000', '1000000', null])
  assert.deepEqual(
    reading.nested.map((tier) => tier.count),
    [5, 3, 2, 1],
  )
  assert.deepEqual(
    reading.exclusive.map((tier) => tier.count),
    [2, 1, 1, 1],
  )
  assert.deepEqual(reading.under, { count: 1, total: '9999.99' })
  assert.equal(reading.unknown, 1)
})

test('bands and what is under them hold every amount once', () => {
  const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 2_000_000 }).map(String), { nil: null }))
  fc.assert(
    fc.property(amounts, (list) => {
      const { nested, exclusive, under, unknown } = countByTiers(list)
      const counted = exclusive.reduce((sum, tier) => sum + tier.count, under.count + unknown)
      assert.equal(counted, list.length)
      const known = list.filter((amount) => amount !== null)
      assert.equal(sumDecimal([...exclusive.map((tier) => tier.total), under.total]), sumDecimal(known))
      for (const [at, tier] of nested.entries())
        assert.equal(
          tier.count,
          exclusive.slice(at).reduce((sum, band) => sum + band.count, 0),
        )
    }),
  )
})
