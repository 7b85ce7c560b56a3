import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toLonLat } from '../../../engine/geometry/project.ts'
import type { Boundary } from '../contract.ts'
import { boxOf, contains, framed, pathOf, planeAround, roundLength, zoomed } from './plane.ts'

/** Golden vector 8: 100 m east by 94.07 m north. */
const corners = [
  [40526000, 3340600],
  [40526100, 3340600],
  [40526100, 3340694.07],
  [40526000, 3340694.07],
  [40526000, 3340600],
].map((position) => toLonLat(4528, position as [number, number]))
const parcel: Boundary = { type: 'Polygon', coordinates: [corners] }
const toPlane = planeAround([120.2705, 30.185])

test('a parcel of 100 m by 94.07 m is drawn so, north above', () => {
  const box = boxOf([parcel], toPlane)
  assert.ok(box && Math.abs(box.width - 100) < 0.3 && Math.abs(box.height - 94.07) < 0.3, JSON.stringify(box))
  const [, southY] = toPlane(corners[0] ?? [0, 0])
  const [, northY] = toPlane(corners[2] ?? [0, 0])
  assert.ok(northY < southY)
  assert.equal(boxOf([], toPlane), undefined)
})

test('a path has every ring once, closed, without its repeated last point', () => {
  const hole = corners.map(([lon, lat]): [number, number] => [lon + 0.0001, lat])
  const both: Boundary = { type: 'MultiPolygon', coordinates: [[corners, hole], [corners]] }
  const path = pathOf(both, toPlane)
  assert.equal(path.match(/M/g)?.length, 3)
  assert.equal(path.match(/Z/g)?.length, 3)
  assert.equal(path.match(/L/g)?.length, 9)
  assert.doesNotMatch(path, /NaN|e-/)
})

const box = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  width: fc.integer({ min: 0, max: 9000 }),
  height: fc.integer({ min: 0, max: 9000 }),
})

test('a frame holds what it is put around, in its own proportion', () => {
  fc.assert(
    fc.property(box, fc.constantFrom(1, 4 / 3, 2), (inner, aspect) => {
      const frame = framed(inner, aspect)
      assert.ok(contains(frame, inner))
      assert.ok(Math.abs(frame.width / frame.height - aspect) < 1e-9)
    }),
  )
})

test('the point under the pointer stays where it is, however one zooms', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      box,
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      share,
      share,
      (before, factor, right, down) => {
        const after = zoomed(before, factor, [right, down])
        assert.ok(Math.abs(after.x + after.width * right - (before.x + before.width * right)) < 1e-6)
        assert.ok(Math.abs(after.y + after.height * down - (before.y + before.height * down)) < 1e-6)
      },
    ),
  )
})

test('a scale bar is a round length', () => {
  assert.deepEqual(
    [100, 850, 4100, 9000].map((width) => roundLength(width)),
    [20, 200, 1000, 2000],
  )
})
