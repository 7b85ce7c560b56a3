import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orientation } from './orientation.ts'

test('left, right and on the line', () => {
  assert.equal(orientation(0, 0, 1, 0, 0.5, 1), 1)
  assert.equal(orientation(0, 0, 1, 0, 0.5, -1), -1)
  assert.equal(orientation(0, 0, 1, 1, 7, 7), 0)
  assert.equal(orientation(0, 0, 0, 0, 1, 1), 0)
})

test('one last bit off the line is off the line, at 40 million metres too', () => {
  // The naive formula answers 0 or the wrong side for many of these.
  const step = 2 ** -27
  for (let at = 1; at < 200; at++) {
    const x = 40526000 + at * step
    assert.equal(orientation(40526000, 40526000, 40527000, 40527000, x, x + step), 1)
    assert.equal(orientation(40526000, 40526000, 40527000, 40527000, x, x - step), -1)
    assert.equal(orientation(40526000, 40526000, 40527000, 40527000, x, x), 0)
  }
  for (let at = 0; at < 64; at++) {
    const y = 0.5 + at * 2 ** -53
    const expected = at === 0 ? 0 : 1
    assert.equal(orientation(12, 12, 24, 24, 0.5, y), expected)
  }
})

test('turning the three points round keeps the side, exchanging two changes it', () => {
  // Whole numbers have many exact ties; the doubles around them many near ones.
  const near = fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -2, max: 2 }))
    .map(([n, k]) => n + k * 2 ** -50)
  fc.assert(
    fc.property(fc.array(near, { minLength: 6, maxLength: 6 }), (numbers) => {
      const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = numbers
      const side = orientation(ax, ay, bx, by, cx, cy)
      assert.equal(orientation(bx, by, cx, cy, ax, ay), side)
      assert.equal(orientation(bx, by, ax, ay, cx, cy) + side, 0)
    }),
    { numRuns: 2000 },
  )
})
