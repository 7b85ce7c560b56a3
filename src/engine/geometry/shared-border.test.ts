import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from './position.ts'
import { sharedBorder } from './shared-border.ts'

const box = (west: number, south: number, wide: number, high: number, turn = 0): Position[][] => {
  const ring: Position[] = [
    [west, south],
    [west + wide, south],
    [west + wide, south + high],
    [west, south + high],
    [west, south],
  ]
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [ring.map(([x, y]): Position => [x * cos - y * sin, x * sin + y * cos])]
}

test('neighbours share what lies along each other, though their corners do not meet', () => {
  assert.equal(sharedBorder(box(0, 0, 100, 80), box(100, 20, 50, 200)), 60)
  assert.equal(sharedBorder(box(0, 0, 100, 80), box(100, 80, 50, 50)), 0, 'a corner is no border')
  assert.equal(sharedBorder(box(0, 0, 100, 80), box(103, 0, 50, 80)), 0, 'a lane between them')
  assert.equal(sharedBorder(box(0, 0, 100, 80), box(100.3, 0, 50, 80)), 80, 'surveys differ')
})

test('a border is as long from either side, and however the land is turned', () => {
  const metres = fc.integer({ min: 5, max: 300 })
  fc.assert(
    fc.property(
      metres,
      metres,
      metres,
      fc.double({ min: 0, max: 6, noNaN: true }),
      (high, other, up, turn) => {
        const [one, two] = [box(0, 0, 50, high, turn), box(50, up, 60, other, turn)]
        const expected = Math.max(0, Math.min(high, up + other) - up)
        assert.ok(Math.abs(sharedBorder(one, two) - expected) < 1e-6)
        assert.ok(Math.abs(sharedBorder(two, one) - expected) < 1e-6)
      },
    ),
  )
})
