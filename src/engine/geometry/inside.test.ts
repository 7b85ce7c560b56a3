import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundsOf, boundsTouch, contains, ringsWithin, sideOfRing } from './inside.ts'
import { interiorPoint } from './interior-point.ts'
import type { Position, Ring, Surface } from './position.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const withHole: Surface = [box(0, 0, 10, 10), box(4, 4, 6, 6)]

test('a hole is outside, its edge and the outer edge are inside', () => {
  const inside: Position[] = [
    [1, 1],
    [0, 0],
    [5, 0],
    [10, 10],
    [0, 3],
    [4, 5],
    [6, 6],
    [3.999, 5],
  ]
  const outside: Position[] = [
    [5, 5],
    [-1, 5],
    [11, 5],
    [5, 11],
    [5, -0.001],
    [10, 10.001],
  ]
  for (const rings of [
    withHole,
    withHole.map((ring) => ring.toReversed()),
    withHole.map((ring) => ring.slice(0, -1)),
  ]) {
    for (const point of inside) assert.equal(contains(rings, point), true, String(point))
    for (const point of outside) assert.equal(contains(rings, point), false, String(point))
  }
  assert.equal(contains([], [0, 0]), false)
  assert.equal(contains([[]], [0, 0]), false)
})

test('rays through corners count once', () => {
  const diamond: Ring = [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ]
  assert.equal(sideOfRing(diamond, [-2, 0]), -1)
  assert.equal(sideOfRing(diamond, [0, 0]), 1)
  assert.equal(sideOfRing(diamond, [0.5, 0.5]), 0)
  assert.equal(sideOfRing(diamond, [-2, 1]), -1)
})

test('a point halfway along an edge of whole numbers is on the line', () => {
  const whole = fc.integer({ min: -1000, max: 1000 }).map((value) => value * 2)
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 12 }), (ring) => {
      for (const [at, [x, y]] of ring.entries()) {
        const [px, py] = ring.at(at - 1) as Position
        assert.equal(sideOfRing(ring, [(x + px) / 2, (y + py) / 2]), 0)
      }
    }),
  )
})

test('a point for the label is strictly inside, whatever the shape', () => {
  const horseshoe: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [9, 10],
    [9, 1],
    [1, 1],
    [1, 10],
    [0, 10],
  ]
  const sliver: Ring = [
    [40526000, 3340600],
    [40526100, 3340600.001],
    [40526200, 3340600],
    [40526100, 3340600.002],
  ]
  const frame: Surface = [box(0, 0, 100, 100), box(0.5, 0.5, 99.5, 99.5)]
  const degrees: Surface = [box(120.27, 30.184, 120.2701, 30.186)]
  const wedge: Ring = [
    [0, 0],
    [1000, 1000],
    [1000, 1000.5],
  ]
  // Its middle is outside, and no square that the search looks at is inside.
  const chevron: Ring = [
    [0, 0],
    [500, 499.99],
    [1000, 0],
    [500, 500],
  ]
  const hair = [box(0, 0, 1e7, 1e-7)]
  for (const rings of [hair, [chevron], [horseshoe], [sliver], frame, degrees, withHole, [wedge]]) {
    const point = interiorPoint(rings)
    assert.ok(
      point && contains(rings, point) && rings.every((ring) => sideOfRing(ring, point) !== 0),
      JSON.stringify(rings),
    )
  }
  assert.equal(interiorPoint([]), undefined)
  assert.equal(interiorPoint([box(0, 0, 0, 5)]), undefined)
})

test('of random triangles, however thin, the point is inside', () => {
  const millimetre = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(millimetre, millimetre), { minLength: 3, maxLength: 3 }), (corners) => {
      const ring = corners.map(([x, y]): Position => [40526000 + x / 1000, 3340600 + y / 1000])
      const point = interiorPoint([ring])
      const [[ax, ay], [bx, by], [cx, cy]] = corners as [Position, Position, Position]
      if ((bx - ax) * (cy - ay) === (by - ay) * (cx - ax)) return
      assert.ok(point && sideOfRing(ring, point) === 1)
    }),
  )
})

test('bounds, and what a lasso takes', () => {
  assert.deepEqual(boundsOf(withHole), [0, 0, 10, 10])
  assert.equal(boundsOf([[]]), undefined)
  assert.ok(boundsTouch([0, 0, 1, 1], [1, 1, 2, 2]))
  assert.ok(!boundsTouch([0, 0, 1, 1], [1.1, 0, 2, 2]))
  const lasso: Ring = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]
  assert.deepEqual(
    ringsWithin(lasso, [
      [1, 1],
      [5, 1],
      [4, 4],
    ]),
    [0, 2],
  )
})
