import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from './position.ts'
import { kilometresBetween } from './readings.ts'
import { fromBd09, fromGcj02, suspectShift, toBd09, toGcj02 } from './shifted.ts'

const place: Position = [120.27, 30.185]
const shown = ([lon, lat]: Position) => [lon.toFixed(7), lat.toFixed(7)]

test('GCJ-02 of (120.27, 30.185) is (120.2744625, 30.1825487), BD-09 (120.2809809, 30.1884645), the shift 508 m', () => {
  assert.deepEqual(shown(toGcj02(place)), ['120.2744625', '30.1825487'])
  assert.deepEqual(shown(toBd09(place)), ['120.2809809', '30.1884645'])
  assert.equal((kilometresBetween(place, toGcj02(place)) * 1000).toFixed(0), '508')
})

test('shifted and back within a billionth of a degree anywhere in China', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 73.5, max: 135, noNaN: true }),
      fc.double({ min: 4, max: 53.5, noNaN: true }),
      (lon, lat) => {
        for (const [to, back] of [
          [toGcj02, fromGcj02],
          [toBd09, fromBd09],
        ] as const) {
          const [x, y] = back(to([lon, lat]))
          assert.ok(Math.abs(x - lon) <= 1e-9 && Math.abs(y - lat) <= 1e-9, `${lon} ${lat} ${x} ${y}`)
        }
      },
    ),
  )
})

test('outside China GCJ-02 is not shifted, and the way back ends', () => {
  assert.deepEqual(toGcj02([-0.12, 51.5]), [-0.12, 51.5])
  assert.deepEqual(fromGcj02([-0.12, 51.5]), [-0.12, 51.5])
  assert.ok(fromGcj02([72.0045, 30]).every(Number.isFinite))
})

/** A block of land some 400 m across. */
const onLand = (lon: number, lat: number) => Math.abs(lon - 120.27) < 0.002 && Math.abs(lat - 30.185) < 0.002
const corners: Position[] = [-0.0015, 0, 0.0015].flatMap((x) =>
  [-0.0015, 0, 0.0015].map((y): Position => [120.27 + x, 30.185 + y]),
)

test('points copied from a shifted map are suspected, true ones are not', () => {
  assert.equal(suspectShift(corners.map(toGcj02), onLand).suspected, 'gcj02')
  assert.equal(suspectShift(corners.map(toBd09), onLand).suspected, 'bd09')
  assert.deepEqual(suspectShift(corners, onLand), { shares: { asItIs: 1, gcj02: 0, bd09: 0 } })
})

test('nothing is suspected where it cannot be told', () => {
  assert.equal(suspectShift(corners, () => true).suspected, undefined)
  assert.equal(suspectShift(corners, () => false).suspected, undefined)
  assert.deepEqual(suspectShift([], onLand), { shares: { asItIs: 0, gcj02: 0, bd09: 0 } })
})
