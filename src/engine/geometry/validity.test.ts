import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FaultCode } from './faults.ts'
import { normaliseRings } from './normalise-rings.ts'
import type { Position, Ring } from './position.ts'
import { checkSurface, type Role } from './validity.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const [x0, y0] = [40526000, 3340600]
const far = (ring: Ring): Ring => ring.map(([x, y]) => [x + x0, y + y0])
const codesOf = (rings: Ring[], roles?: Role[]) => checkSurface(rings, roles).map(({ code }) => code)
const only = (rings: Ring[], roles?: Role[]) => {
  const faults = checkSurface(rings, roles)
  assert.equal(faults.length, 1, JSON.stringify(faults))
  return faults[0]
}

test('good surfaces have no faults, whatever the order and direction of their rings', () => {
  const [outer, hole, other] = [box(0, 0, 10, 10), box(1, 1, 3, 3), box(5, 5, 9, 9)].map(far) as [
    Ring,
    Ring,
    Ring,
  ]
  assert.deepEqual(codesOf([outer, hole, other]), [])
  assert.deepEqual(codesOf([hole, outer.toReversed(), other]), [])
  assert.deepEqual(codesOf([]), [])
})

test('a hole may touch the outer ring and another hole in single points', () => {
  const diamond: Ring = [
    [5, 0],
    [7, 2],
    [5, 4],
    [3, 2],
    [5, 0],
  ]
  const above = diamond.map(([x, y]): Position => [x, y + 4])
  assert.deepEqual(codesOf([box(0, 0, 10, 10), diamond, above]), [])
  assert.deepEqual(
    codesOf([[...box(0, 0, 10, 10).slice(0, 1), [5, 0], ...box(0, 0, 10, 10).slice(1)], diamond]),
    [],
  )
})

test('an open ring, too few points, a repeated point: with ring, point and coordinate', () => {
  assert.deepEqual(only([far(box(0, 0, 10, 10).slice(0, 4))]), {
    code: 'not_closed',
    ring: 1,
    point: 4,
    at: [x0, y0 + 10],
    other: { ring: 1, point: 1 },
    count: 1,
  })
  const [a, b, c, d, e] = box(0, 0, 10, 10) as [Position, Position, Position, Position, Position]
  assert.deepEqual(only([[a, b, b, c, d, e]]), {
    code: 'repeated_point',
    ring: 1,
    point: 3,
    at: [10, 0],
    other: { ring: 1, point: 2 },
    count: 1,
  })
  assert.deepEqual(codesOf([[a, b, c, d, a, a]]), ['repeated_point'])
  for (const few of [[], [a], [a, b, a], [a, b, a, b, a]])
    assert.deepEqual(codesOf([few]), ['too_few_points'])
  assert.equal(only([box(0, 0, 9, 9), [a, b, a]])?.ring, 2)
  assert.deepEqual(only([[a, [Number.NaN, 1], c, d, e]])?.point, 2)
})

test('a bow-tie crosses itself, and where', () => {
  const tie = far([
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
    [0, 0],
  ])
  assert.deepEqual(only([tie]), {
    code: 'self_intersection',
    ring: 1,
    point: 1,
    at: [x0 + 5, y0 + 5],
    other: { ring: 1, point: 3 },
    count: 1,
  })
})

test('a ring that comes back to a point or along an edge of itself', () => {
  const touch: Ring = [
    [0, 0],
    [10, 0],
    [5, 5],
    [10, 10],
    [0, 10],
    [5, 5],
    [0, 0],
  ]
  assert.deepEqual(only([touch])?.at, [5, 5])
  assert.equal(only([touch])?.code, 'self_touch')
  const onEdge: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 0],
    [0, 10],
    [0, 0],
  ]
  assert.deepEqual(codesOf([onEdge]), ['self_touch'])
  const along: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 0],
    [2, 0],
    [0, 10],
    [0, 0],
  ]
  assert.ok(codesOf([along]).includes('self_overlap'))
})

test('a spike is told once, at its point; all on one line is no surface', () => {
  const [a, b, c, d, e] = far(box(0, 0, 10, 10)) as [Position, Position, Position, Position, Position]
  const tip: Position = [x0 + 20, y0 + 10]
  assert.deepEqual(only([[a, b, c, tip, c, d, e]]), { code: 'spike', ring: 1, point: 4, at: tip, count: 1 })
  const short: Position = [x0 + 10, y0 + 30]
  assert.deepEqual(codesOf([[a, b, short, c, d, e]]), ['spike'])
  assert.deepEqual(codesOf([[a, b, c, tip, [x0 + 10, y0 + 10.005], d, e]]), ['spike'])
  assert.ok(
    codesOf([
      far([
        [0, 0],
        [3, 1],
        [9, 3],
        [6, 2],
        [0, 0],
      ]),
    ]).includes('zero_area'),
  )
})

test('rings that cross, even just in corners, share an edge, or are the same ring', () => {
  const crossed = checkSurface([box(0, 0, 10, 10), box(5, 2, 15, 8)])
  assert.deepEqual(
    crossed.map(({ code, at, count }) => [code, at, count]),
    [
      ['rings_cross', [10, 2], 2],
      ['rings_cross', [10, 8], 2],
    ],
  )
  const through: Ring = [
    [5, 5],
    [10, 4],
    [15, 5],
    [10, 6],
    [5, 5],
  ]
  for (const ring of [through, through.toReversed()])
    for (const square of [box(0, 0, 10, 10), box(0, 0, 10, 10).toReversed()])
      assert.deepEqual(codesOf([square, ring]), ['rings_cross', 'rings_cross'])
  assert.deepEqual(codesOf([box(0, 0, 10, 10), box(0, 2, 4, 4)]), ['rings_share_edge'])
  const rotated = [...box(0, 0, 10, 10).slice(2), ...box(0, 0, 10, 10).slice(1, 3)]
  const same = only([box(0, 0, 10, 10), rotated.toReversed()])
  assert.deepEqual([same?.code, same?.ring, same?.other], ['identical_ring', 2, { ring: 1 }])
})

test('holes outside, holes in holes, outer rings in outer rings', () => {
  const [big, mid, small, away] = [box(0, 0, 10, 10), box(2, 2, 8, 8), box(4, 4, 6, 6), box(20, 0, 30, 10)]
  assert.deepEqual(only([big, away])?.code, 'hole_outside')
  assert.deepEqual(only([big, away])?.ring, 2)
  const nested = only([big, mid, small])
  assert.deepEqual([nested?.code, nested?.ring, nested?.other], ['hole_in_hole', 3, { ring: 2 }])
  assert.deepEqual(codesOf([big, mid, small], ['outer', 'hole', 'outer']), [])
  assert.deepEqual(codesOf([big, mid, away], ['outer', 'outer', 'outer']), ['outer_in_outer'])
  assert.deepEqual(codesOf([big, away], ['outer', 'outer']), [])
})

test('a hole whose corners all lie on the outer ring is inside it', () => {
  const diamond: Ring = [
    [5, 0],
    [10, 5],
    [5, 10],
    [0, 5],
    [5, 0],
  ]
  assert.deepEqual(codesOf([box(0, 0, 10, 10), diamond]), [])
  assert.equal(normaliseRings([diamond, box(0, 0, 10, 10)]).length, 1)
})

test('twenty of a kind are told, with the count of all', () => {
  const comb = Array.from({ length: 100 }, (_, at): Position => [at, at % 2 === 0 ? 0 : 10])
  const ring: Ring = [...comb, [99, 5], [-1, 5], [0, 0]]
  const faults = checkSurface([ring])
  assert.equal(faults.filter(({ code }) => code === ('self_intersection' satisfies FaultCode)).length, 20)
  assert.ok((faults[0]?.count ?? 0) > 90)
})

test('a tangle made to be slow ends with what was found', () => {
  const star = Array.from({ length: 3001 }, (_, at): Position => {
    const angle = (at % 3000) * Math.PI * (1 - 1 / 3000)
    return [Math.cos(angle), Math.sin(angle)]
  })
  const codes = new Set(checkSurface([star], undefined, { left: 1_000_000 }).map(({ code }) => code))
  assert.ok(codes.has('self_intersection') && codes.has('not_finished'))
})

test('a million points are checked in bounded time', { timeout: 60_000 }, () => {
  const count = 1_000_000
  const coast = Array.from({ length: count }, (_, at): Position => {
    const angle = (2 * Math.PI * at) / count
    const radius = 20_000 + 900 * Math.sin(angle * 5000) + 40 * Math.sin(angle * 90_000)
    return [x0 + radius * Math.cos(angle), y0 + radius * Math.sin(angle)]
  })
  coast.push(coast[0] as Position)
  assert.deepEqual(checkSurface([coast]), [])
})

test('ten thousand holes', { timeout: 60_000 }, () => {
  const holes = Array.from({ length: 10_000 }, (_, at) => {
    const [x, y] = [(at % 100) * 10 + 2, Math.floor(at / 100) * 10 + 2]
    return box(x, y, x + 5, y + 5)
  })
  assert.deepEqual(checkSurface([box(0, 0, 1010, 1010), ...holes]), [])
  assert.equal(normaliseRings([...holes, box(0, 0, 1010, 1010)])[0]?.length, 10_001)
})

test('surfaces are closed and turned as RFC 7946 wants, and no point moves', () => {
  const [outer, hole, island] = [box(0, 0, 10, 10), box(2, 2, 8, 8), box(4, 4, 6, 6)]
  const ring = fc.constantFrom(outer, hole, island)
  const turned = fc.tuple(fc.boolean(), fc.boolean())
  fc.assert(
    fc.property(
      fc.uniqueArray(ring, { minLength: 3, maxLength: 3 }),
      fc.array(turned, { minLength: 3, maxLength: 3 }),
      (rings, how) => {
        const given = rings.map((one, at) => {
          const [reverse, open] = how[at] ?? []
          const cut = open ? one.slice(0, -1) : one
          return reverse ? cut.toReversed() : cut
        })
        const surfaces = normaliseRings(given).toSorted((a, b) => b.length - a.length)
        assert.deepEqual(
          surfaces.map((surface) => surface.map((one) => one.map(String).sort()[0])),
          [['0,0', '2,2'], ['4,4']],
        )
        for (const [place, one] of surfaces.flatMap((surface) => [...surface.entries()])) {
          assert.deepEqual(one[0], one.at(-1))
          const twice = one.reduce(
            (sum, [x, y], at) => sum + x * (one[at + 1]?.[1] ?? y) - y * (one[at + 1]?.[0] ?? x),
            0,
          )
          assert.equal(twice > 0, place === 0)
        }
      },
    ),
  )
})

test('simple star-shaped rings are never faulted; exchanging two far points always is', () => {
  const radius = fc.integer({ min: 500, max: 1000 })
  fc.assert(
    fc.property(fc.array(radius, { minLength: 8, maxLength: 60 }), (radii) => {
      const points = radii.map((r, at): Position => {
        const angle = (2 * Math.PI * at) / radii.length
        return [x0 + r * Math.cos(angle), y0 + r * Math.sin(angle)]
      })
      assert.deepEqual(codesOf([[...points, points[0] as Position]]), [])
      const mixed = points.slice()
      const half = points.length >> 1
      mixed[0] = points[half] as Position
      mixed[half] = points[0] as Position
      assert.ok(codesOf([[...mixed, mixed[0]]]).includes('self_intersection'))
    }),
  )
})
