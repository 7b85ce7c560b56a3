import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexAreas, overlaps } from './overlaps.ts'
import {
  type Area,
  areaOf,
  difference,
  intersection,
  intersectionArea,
  type Overlaid,
  union,
  untangle,
} from './overlay.ts'
import type { Position, Ring } from './position.ts'

const [x0, y0] = [40526000, 3340600]
const box = (west: number, south: number, east: number, north: number): Ring => [
  [x0 + west, y0 + south],
  [x0 + east, y0 + south],
  [x0 + east, y0 + north],
  [x0 + west, y0 + north],
  [x0 + west, y0 + south],
]
const sizeOf = (made: Overlaid) => {
  assert.ok(made.ok, JSON.stringify(made))
  return areaOf(made.surfaces)
}
const near = (a: number, b: number, scale: number) =>
  assert.ok(Math.abs(a - b) <= 1e-6 * Math.max(1, scale), `${a} ${b}`)

test('squares that overlap, touch, lie apart or in each other', () => {
  const a: Area = [[box(0, 0, 10, 10)]]
  near(sizeOf(intersection(a, [[box(5, 5, 15, 15)]])), 25, 1)
  near(sizeOf(union(a, [[box(5, 5, 15, 15)]])), 175, 1)
  near(sizeOf(difference(a, [[box(5, 5, 15, 15)]])), 75, 1)
  assert.deepEqual(intersectionArea(a, [[box(10, 0, 20, 10)]]), { ok: true, areaM2: 0 })
  assert.deepEqual(intersectionArea(a, [[box(30, 0, 40, 10)]]), { ok: true, areaM2: 0 })
  const neighbours = union(a, [[box(10, 0, 20, 10)]])
  assert.equal(neighbours.ok && neighbours.surfaces.length, 1)
  const frame = difference(a, [[box(2, 2, 8, 8)]])
  assert.ok(frame.ok && frame.surfaces[0]?.length === 2)
  near(sizeOf(intersection(a, frame.surfaces)), 64, 1)
  assert.deepEqual(difference(a, a), { ok: true, surfaces: [] })
  assert.deepEqual(union([], []), { ok: true, surfaces: [] })
})

test('a bow-tie is proposed as two triangles', () => {
  const tie: Ring = [
    [x0, y0],
    [x0 + 10, y0 + 10],
    [x0 + 10, y0],
    [x0, y0 + 10],
    [x0, y0],
  ]
  const made = untangle([tie])
  assert.equal(made.ok && made.surfaces.length, 2)
  near(sizeOf(made), 50, 1)
})

test('what cannot be laid over each other is told, not tried', () => {
  const circle = (points: number, radius: number): Area => [
    [
      Array.from({ length: points }, (_, at): Position => {
        const angle = (2 * Math.PI * at) / points
        return [x0 + radius * Math.cos(angle), y0 + radius * Math.sin(angle)]
      }),
    ],
  ]
  assert.deepEqual(intersectionArea(circle(30_000, 100), circle(30_000, 101)), {
    ok: false,
    code: 'too_many_points',
    value: '50000',
  })
  const star: Area = [
    [
      Array.from(
        { length: 2001 },
        (_, at): Position => [Math.cos(at * Math.PI * 0.9995), Math.sin(at * Math.PI * 0.9995)],
      ),
    ],
  ]
  assert.equal(union(star, circle(10, 1)).ok, false)
  assert.deepEqual(
    union([
      [
        [
          [0, 0],
          [1, Number.NaN],
          [1, 1],
        ],
      ],
    ]),
    { ok: false, code: 'no_number', value: '' },
  )
})

test('of an index: those that overlap by more than the tolerance, not the neighbours', () => {
  const index = indexAreas([
    [[box(0, 0, 10, 10)]],
    [],
    [[box(10, 0, 20, 10)]],
    [[box(9.9, 0, 20, 5)]],
    [[box(50, 0, 60, 10)]],
  ])
  const found = overlaps(index, [[box(0, 0, 10, 10)]], 0.1)
  assert.deepEqual(
    found.map((one) => [one.at, 'areaM2' in one && one.areaM2.toFixed(4)]),
    [
      [0, '100.0000'],
      [3, '0.5000'],
    ],
  )
  assert.deepEqual(
    overlaps(index, [[box(0, 0, 10, 10)]], 0.6).map(({ at }) => at),
    [0],
  )
  assert.deepEqual(overlaps(indexAreas([]), [[box(0, 0, 1, 1)]], 0), [])
})

/** Simple rings with corners on a coarse grid of millimetres, so that edges often coincide, and fine ones. */
const histogram = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([heights, dx, dy]): Area => {
    const top = heights.flatMap((height, at): Position[] => [
      [at, height],
      [at + 1, height],
    ])
    return [
      [
        [[0, 0], ...top, [heights.length, 0], [0, 0]].map(
          ([x = 0, y = 0]): Position => [x0 + x + dx, y0 + y + dy],
        ),
      ],
    ]
  })
const star = fc
  .tuple(
    fc.array(fc.integer({ min: 20_000, max: 50_000 }), { minLength: 3, maxLength: 24 }),
    fc.integer({ min: -30_000, max: 30_000 }),
    fc.boolean(),
  )
  .map(([radii, off, holed]): Area => {
    const ring = (scale: number) =>
      radii.map((radius, at): Position => {
        const angle = (2 * Math.PI * at) / radii.length
        const [x, y] = [radius * scale * Math.cos(angle) + off, radius * scale * Math.sin(angle)]
        return [x0 + Math.round(x) / 1000, y0 + Math.round(y) / 1000]
      })
    return [holed && radii.length > 4 ? [ring(1), ring(0.3)] : [ring(1)]]
  })

test('common part and rest make the whole; a union is at least the larger and the sum less the common part', () => {
  const any = fc.oneof(histogram, star)
  fc.assert(
    fc.property(any, any, (a, b) => {
      const common = sizeOf(intersection(a, b))
      const [one, other] = [areaOf(a), areaOf(b)]
      near(common + sizeOf(difference(a, b)), one, one)
      const all = sizeOf(union(a, b))
      near(all, one + other - common, one + other)
      assert.ok(all >= Math.max(one, other) * (1 - 1e-6))
      near(common, sizeOf(intersection(b, a)), one)
    }),
    { numRuns: 400 },
  )
})
