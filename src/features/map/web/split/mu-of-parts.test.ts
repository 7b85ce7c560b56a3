import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumDecimal } from '../../../../shared/decimal.ts'
import { muOfParts } from './mu-of-parts.ts'

test('parts in 亩 sum to the whole at four decimals, each within a rounding of its own', () => {
  assert.deepEqual(muOfParts(['5644.2', '3762.8']), { whole: '14.1105', parts: ['8.4663', '5.6442'] })
  const area = fc.integer({ min: 1, max: 10_000_000_000 }).map((n) => (n / 10_000).toFixed(4))
  fc.assert(
    fc.property(fc.array(area, { minLength: 2, maxLength: 6 }), (areas) => {
      const { whole, parts } = muOfParts(areas)
      assert.equal(Number(sumDecimal(parts)), Number(whole))
      for (const [at, part] of parts.entries())
        assert.ok(Math.abs(Number(part) - Number(areas[at]) * 0.0015) < 0.00005 * areas.length + 1e-9)
    }),
  )
})
