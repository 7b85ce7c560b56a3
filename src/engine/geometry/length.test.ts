import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geodesicLength } from './length.ts'
import type { Position } from './position.ts'

test('a degree of the equator and one of a meridian, as the ellipsoid has them', () => {
  assert.ok(
    Math.abs(
      geodesicLength([
        [120, 0],
        [121, 0],
      ]) - 111_319.4908,
    ) < 0.001,
  )
  // Quarter meridian of CGCS2000: 10 001 965.7293 m.
  assert.ok(
    Math.abs(
      geodesicLength([
        [120, 0],
        [120, 90],
      ]) - 10_001_965.7293,
    ) < 0.001,
  )
})

test('a way is as long as its parts, and a point has no length', () => {
  const [a, b, c]: [Position, Position, Position] = [
    [120.27, 30.18],
    [120.28, 30.18],
    [120.28, 30.2],
  ]
  const whole = geodesicLength([a, b, c])
  assert.ok(Math.abs(whole - geodesicLength([a, b]) - geodesicLength([b, c])) < 1e-9)
  assert.equal(geodesicLength([a]), 0)
  assert.equal(geodesicLength([]), 0)
})
