import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geodesicLength } from '../../engine/geometry/length.ts'
import { metresPerPixel, scaleLength } from './scale.ts'

test('a pixel is as wide as the ground under it', () => {
  const degrees = 360 / (512 * 2 ** 15)
  const real = geodesicLength([
    [120.27, 30.18],
    [120.27 + degrees, 30.18],
  ])
  assert.ok(Math.abs(metresPerPixel(30.18, 15) / real - 1) < 0.003)
})

test('a scale is a round number that fits', () => {
  assert.equal(scaleLength(1, 100), 100)
  assert.equal(scaleLength(0.99, 100), 50)
  assert.equal(scaleLength(4.2, 100), 200)
  assert.equal(scaleLength(120, 100), 10_000)
})
