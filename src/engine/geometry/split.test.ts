import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planarArea } from './area.ts'
import type { Position, Ring, Surface } from './position.ts'
import { splitByLine } from './split.ts'
import { checkSurface } from './validity.ts'

const [x0, y0] = [40526000, 3340600]
const far = (ring: Position[]): Ring => ring.map(([x, y]) => [x + x0, y + y0])
const box = (west: number, south: number, east: number, north: number): Ring =>
  far([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ])
const areasOf = (rings: Surface, line: Position[]) => {
  const split = splitByLine(rings, far(line))
  assert.ok(split.ok, JSON.stringify(split))
  for (const part of split.parts) assert.deepEqual(checkSurface(part), [])
  return split.parts.map((part) => Number(planarArea(part).toFixed(3)))
}
const refusal = (rings: Surface, line: Position[]) => {
  const split = splitByLine(rings, far(line))
  return split.ok ? 'ok' : split.code
}
const square: Surface = [box(0, 0, 10, 10)]
const holed: Surface = [box(0, 0, 10, 10), box(4, 4, 6, 6)]
const horseshoe: Surface = [
  far([
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 2],
    [2, 2],
    [2, 10],
    [0, 10],
    [0, 0],
  ]),
]

test('a line across makes two parts, a bent one too', () => {
  assert.deepEqual(
    areasOf(square, [
      [-1, 3],
      [11, 3],
    ]),
    [70, 30],
  )
  assert.deepEqual(
    areasOf(square, [
      [-1, 3],
      [5, 3],
      [5, 11],
    ]),
    [65, 35],
  )
  assert.deepEqual(
    areasOf(
      [square[0]?.toReversed() ?? []],
      [
        [3, 0],
        [3, 10],
      ],
    ),
    [70, 30],
  )
})

test('through corners, from boundary to boundary, and written in millimetres just short of it', () => {
  assert.deepEqual(
    areasOf(square, [
      [0, 0],
      [10, 10],
    ]),
    [50, 50],
  )
  assert.deepEqual(
    areasOf(square, [
      [-5, -5],
      [15, 15],
    ]),
    [50, 50],
  )
  assert.deepEqual(
    areasOf(square, [
      [0.001, 3],
      [9.999, 3],
    ]),
    [70, 30],
  )
  assert.equal(
    refusal(square, [
      [0.1, 3],
      [10, 3],
    ]),
    'line_ends_inside',
  )
})

test('one arm of a horseshoe, or both, or all three', () => {
  assert.deepEqual(
    areasOf(horseshoe, [
      [-1, 5],
      [4, 5],
    ]),
    [42, 10],
  )
  assert.deepEqual(
    areasOf(horseshoe, [
      [-1, 5],
      [11, 5],
    ]),
    [32, 10, 10],
  )
  assert.deepEqual(
    areasOf(horseshoe, [
      [-1, 2],
      [11, 2],
    ]),
    [20, 16, 16],
  )
})

test('holes stay with their part, or are cut open', () => {
  assert.deepEqual(
    areasOf(holed, [
      [-1, 2],
      [11, 2],
    ]),
    [76, 20],
  )
  assert.deepEqual(
    areasOf(holed, [
      [-1, 5],
      [11, 5],
    ]),
    [48, 48],
  )
  assert.deepEqual(
    areasOf(holed, [
      [-1, 4],
      [11, 4],
    ]),
    [56, 40],
  )
  assert.deepEqual(
    areasOf([...holed].reverse(), [
      [-1, 2],
      [11, 2],
    ]),
    [76, 20],
  )
})

test('a hole that the line only touches stays a hole of its part', () => {
  const diamond = far([
    [5, 3],
    [7, 5],
    [5, 7],
    [3, 5],
    [5, 3],
  ])
  const split = splitByLine(
    [box(0, 0, 10, 10), diamond],
    far([
      [-1, 3],
      [11, 3],
    ]),
  )
  assert.ok(split.ok)
  assert.deepEqual(
    split.parts.map((part) => part.length),
    [2, 1],
  )
  assert.deepEqual(
    split.parts.flatMap((part) => checkSurface(part)),
    [],
  )
})

test('a closed line cuts a piece out', () => {
  const loop: Position[] = [
    [2, 2],
    [6, 2],
    [6, 6],
    [2, 6],
    [2, 2],
  ]
  assert.deepEqual(areasOf(square, loop), [84, 16])
  assert.deepEqual(
    areasOf(horseshoe, [
      [1, 1],
      [9, 1],
      [5, 5],
      [1, 1],
    ]),
    [45, 7],
  )
})

test('pieces that part nothing are left out and told', () => {
  const split = splitByLine(
    square,
    far([
      [-1, 3],
      [11, 3],
      [11, 6],
      [5, 6],
    ]),
  )
  assert.ok(split.ok)
  assert.equal(split.parts.length, 2)
  assert.ok(Math.abs((split.looseEnds[0]?.[0] ?? 0) - x0 - 5) < 0.01)
  assert.deepEqual(split.parts.map((part) => part[0]?.length).sort(), [5, 6])
})

test('a line that does not go through is refused with the reason', () => {
  assert.equal(
    refusal(square, [
      [-1, 3],
      [5, 3],
    ]),
    'line_ends_inside',
  )
  assert.equal(
    refusal(square, [
      [2, 3],
      [5, 3],
    ]),
    'line_ends_inside',
  )
  assert.equal(
    refusal(square, [
      [20, 3],
      [30, 3],
    ]),
    'line_outside',
  )
  assert.equal(
    refusal(square, [
      [0, -5],
      [0, 15],
    ]),
    'line_outside',
  )
  assert.equal(
    refusal(square, [
      [10, 0],
      [10, 10],
    ]),
    'line_outside',
  )
  assert.equal(
    refusal(holed, [
      [-1, 5],
      [5, 5],
    ]),
    'not_through',
  )
  assert.equal(
    refusal(square, [
      [-1, 3],
      [11, 3],
      [5, -1],
      [5, 11],
    ]),
    'line_crosses_itself',
  )
  assert.equal(
    refusal(square, [
      [1, 1],
      [1, 1],
    ]),
    'line_too_short',
  )
  assert.equal(refusal(square, []), 'line_too_short')
  assert.equal(
    refusal(square, [
      [Number.NaN, 1],
      [1, 1],
    ]),
    'no_number',
  )
  assert.equal(
    refusal(
      [box(0, 0, 1, 1), box(5, 5, 6, 6)],
      [
        [0, 0],
        [9, 9],
      ],
    ),
    'not_one_surface',
  )
  assert.equal(
    refusal(
      square,
      Array.from({ length: 2001 }, (_, at): Position => [at, 5]),
    ),
    'line_too_long',
  )
})

test('a line that comes back to itself is refused, one whose ends meet is not', () => {
  const back: Position[] = [
    [-1, 3],
    [11, 3],
    [11, 8],
    [5, 3],
    [5, -1],
  ]
  assert.deepEqual(splitByLine(square, far(back)), {
    ok: false,
    code: 'line_crosses_itself',
    at: [x0 + 5, y0 + 3],
  })
  assert.equal(
    refusal(square, [
      [-1, 3],
      [11, 3],
      [2, 3],
    ]),
    'line_crosses_itself',
  )
})

test('a line along an edge parts nothing, however the edge runs', () => {
  const millimetre = fc.integer({ min: 0, max: 100_000 }).map((value) => value / 1000)
  const point = fc.tuple(millimetre, millimetre)
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      const triangle = far([a, b, c, a])
      fc.pre(checkSurface([triangle]).length === 0)
      const split = splitByLine([triangle], far([a, b]))
      assert.equal(split.ok ? split.parts.length : split.code, 'line_outside')
    }),
  )
})

test('no boundary point moves, and points come only where the line meets it', () => {
  const split = splitByLine(
    square,
    far([
      [-1, 3],
      [11, 4],
    ]),
  )
  assert.ok(split.ok)
  const points = new Set(split.parts.flat(2).map(String))
  for (const point of square[0] ?? []) assert.ok(points.has(String(point)))
  assert.equal(points.size, 6)
})

test('the parts of any surface make the whole, and are surfaces', () => {
  const radius = fc.integer({ min: 2, max: 6 })
  const coordinate = fc.integer({ min: -8, max: 8 })
  const point = fc.tuple(coordinate, coordinate)
  let through = 0
  fc.assert(
    fc.property(
      fc.array(radius, { minLength: 4, maxLength: 16 }),
      fc.boolean(),
      fc.array(point, { minLength: 2, maxLength: 5 }),
      (radii, withHole, line) => {
        const ring = (scale: number): Ring =>
          far(
            [...radii, radii[0] ?? 2].map((r, at): Position => {
              const angle = (2 * Math.PI * (at % radii.length)) / radii.length
              return [
                Math.round(r * scale * Math.cos(angle) * 2) / 2,
                Math.round(r * scale * Math.sin(angle) * 2) / 2,
              ]
            }),
          )
        const surface = withHole ? [ring(1), box(-0.25, -0.25, 0.25, 0.25)] : [ring(1)]
        fc.pre(checkSurface(surface).length === 0)
        const split = splitByLine(surface, far(line))
        if (!split.ok) return assert.notEqual(split.code, 'failed')
        through++
        const whole = planarArea(surface)
        const sum = split.parts.reduce((total, part) => total + planarArea(part), 0)
        assert.ok(Math.abs(sum - whole) <= 1e-6 * whole)
        for (const part of split.parts) {
          const faults = checkSurface(part).filter(({ code }) => code !== 'spike')
          assert.deepEqual(faults, [])
        }
      },
    ),
    { numRuns: 500 },
  )
  assert.ok(through > 50, String(through))
})
