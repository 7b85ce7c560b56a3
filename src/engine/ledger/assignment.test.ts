import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign } from './assignment.ts'

/** The best sum by trying everything. */
function best(weights: number[][], row = 0, used = 0): number {
  if (row === weights.length) return 0
  let sum = best(weights, row + 1, used)
  for (const [column, weight] of (weights[row] ?? []).entries())
    if (weight > 0 && !(used & (1 << column)))
      sum = Math.max(sum, weight + best(weights, row + 1, used | (1 << column)))
  return sum
}

test('gives each row at most one column and finds the best sum', () => {
  const weights = fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 10 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
  fc.assert(
    fc.property(weights, (table) => {
      const answer = assign(table)
      const taken = answer.filter((column) => column >= 0)
      assert.equal(new Set(taken).size, taken.length)
      const sum = answer.reduce((all, column, row) => all + (column < 0 ? 0 : (table[row]?.[column] ?? 0)), 0)
      assert.equal(sum, best(table))
      assert.ok(answer.every((column, row) => column < 0 || (table[row]?.[column] ?? 0) > 0))
    }),
    { numRuns: 2000 },
  )
})
