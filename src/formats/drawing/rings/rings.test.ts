import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position, Ring } from '../drawing.ts'
import { nestRings } from './nest-rings.ts'
import { PointInRing } from './point-in-ring.ts'
import { closed, hasThreePoints, isClosed, signedArea } from './ring.ts'

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

test('areas keep their sign, and their digits far from the origin', () => {
  assert.equal(signedArea(square(0, 0, 2)), 4)
  assert.equal(signedArea(square(40_526_000, 3_340_600, 0.5).reverse()), -0.25)
})

test('closing, and three different points', () => {
  assert.ok(isClosed(square(0, 0, 1)) && !isClosed(square(0, 0, 1).slice(1)) && !isClosed([[1, 1]]))
  assert.deepEqual(closed([]), [])
  assert.deepEqual(closed(square(0, 0, 1).slice(0, 4)), square(0, 0, 1))
  const line: Ring = [[0, 0], [0, 0], [1, 1], [0, 0], [1, 1]] // biome-ignore format: in one line
  assert.ok(!hasThreePoints(line) && hasThreePoints([...line, [2, 2]]))
})

const slowSide = (ring: Ring, [x, y]: Position) => {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [ax = 0, ay = 0] = ring[index] ?? []
    const [bx = 0, by = 0] = ring[before] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

test('sorting edges into bands changes no answer', () => {
  const odd = fc.integer({ min: 0, max: 500 }).map((number) => 2 * number + 1)
  const even = fc.integer({ min: 0, max: 500 }).map((number) => 2 * number)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(even, even), { minLength: 3, maxLength: 700, size: 'max' }),
      fc.array(fc.tuple(odd, odd), { minLength: 20, maxLength: 20 }),
      (ring, points) => {
        const finder = new PointInRing(ring)
        for (const point of points) {
          const side = finder.side(point)
          if (side !== 'edge') assert.equal(side, slowSide(ring, point))
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('a corner and the middle of a side are the edge', () => {
  const finder = new PointInRing(square(0, 0, 2))
  const asked: Position[] = [[0, 0], [1, 0], [2, 1], [1, 1], [3, 1], [1, 3]] // biome-ignore format: in one line
  assert.deepEqual(
    asked.map((point) => finder.side(point)),
    ['edge', 'edge', 'edge', 'inside', 'outside', 'outside'],
  )
})

test('edges from top to bottom, a hundred thousand times, take no memory', () => {
  const comb: Ring = Array.from({ length: 200_000 }, (_, index) => [index, (index % 2) * 1e6])
  assert.equal(new PointInRing(comb).side([100_000.3, 10]), slowSide(comb, [100_000.3, 10]))
})

test('holes, islands in holes and neighbours, however they turn', () => {
  const [field, pond, island, neighbour] = [
    square(0, 0, 100),
    square(10, 10, 50),
    square(20, 20, 10),
    square(100, 0, 10),
  ]
  const expected = [
    { outer: field, holes: [pond] },
    { outer: island, holes: [] },
    { outer: neighbour, holes: [] },
  ]
  assert.deepEqual(nestRings([field, pond, island, neighbour]), expected)
  pond.reverse()
  neighbour.reverse()
  assert.deepEqual(nestRings([pond, field, island, neighbour]), expected)
})

test('a hole that touches the outer ring at its corners only', () => {
  const diamond: Ring = [[5, 0], [10, 5], [5, 10], [0, 5], [5, 0]] // biome-ignore format: in one line
  assert.deepEqual(nestRings([diamond, square(0, 0, 10)]), [{ outer: square(0, 0, 10), holes: [diamond] }])
})

test('twins and rings that cross are each outer', () => {
  assert.equal(nestRings([square(0, 0, 10), square(0, 0, 10), square(5, 5, 8)]).length, 3)
})

test('ten thousand rings in one of a hundred thousand points', () => {
  const around = Array.from({ length: 100_000 }, (_, index): Position => {
    const angle = (index / 100_000) * 2 * Math.PI
    return [1e5 * Math.cos(angle), 1e5 * Math.sin(angle)]
  })
  const holes = Array.from({ length: 10_000 }, (_, index) =>
    square((index % 100) * 10, Math.floor(index / 100) * 10, 5),
  )
  const start = performance.now()
  const nests = nestRings([...holes, around])
  assert.deepEqual([nests.length, nests[0]?.holes.length], [1, 10_000])
  assert.ok(performance.now() - start < 5_000)
})
