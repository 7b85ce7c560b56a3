import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hectaresFromSquareMetres } from '../../shared/area.ts'
import { formatDecimal } from '../../shared/decimal.ts'
import { ellipsoidalArea, muText, planarArea, signedArea, squareMetresText } from './area.ts'
import type { Ring } from './position.ts'
import { ringsToLonLat } from './project.ts'

const parcel: Ring = [
  [40526000, 3340600],
  [40526000, 3340694.07],
  [40526100, 3340694.07],
  [40526100, 3340600],
  [40526000, 3340600],
]

test('a parcel of zone 40 is 9407.00 ㎡, 14.1105 亩, 0.9407 公顷 on the plane', () => {
  const area = planarArea([parcel])
  assert.equal(formatDecimal(squareMetresText(area) ?? '', { digits: 2 }), '9407.00')
  assert.equal(squareMetresText(area), '9407')
  assert.equal(muText(area), '14.1105')
  assert.equal(hectaresFromSquareMetres(squareMetresText(area) ?? ''), '0.9407')
})

test('its corners in degrees, and 9406.84 ㎡ on the ellipsoid', () => {
  const rings = ringsToLonLat(4528, [parcel])
  const corner = (at: number) => rings[0]?.[at]?.map((value) => Number(value.toFixed(8))).join(',')
  assert.equal(corner(0), '120.26996873,30.18452924')
  assert.equal(corner(3), '120.27100706,30.1845271')
  assert.equal(corner(2), '120.27100939,30.18537567')
  assert.equal(corner(1), '120.26997105,30.18537781')
  assert.equal(ellipsoidalArea(rings).toFixed(2), '9406.84')
  assert.equal(ellipsoidalArea(rings.map((ring) => ring.toReversed())).toFixed(2), '9406.84')
})

test('holes are taken off whatever their direction; closing a ring changes nothing', () => {
  const hole: Ring = [
    [40526010, 3340610],
    [40526020, 3340610],
    [40526020, 3340620],
    [40526010, 3340620],
  ]
  for (const outer of [parcel, parcel.toReversed(), parcel.slice(0, -1)])
    for (const inner of [hole, hole.toReversed()])
      assert.equal(squareMetresText(planarArea([outer, inner])), '9307')
  assert.equal(planarArea([]), 0)
  assert.equal(signedArea([[1, 2]]), 0)
  assert.ok(signedArea(hole) > 0 && signedArea(parcel) < 0)
})

test('what is no number has no text', () => {
  assert.equal(squareMetresText(Number.NaN), undefined)
  assert.equal(muText(Number.POSITIVE_INFINITY), undefined)
})

test('the place on the plane does not change the area: 40 million metres east as at the origin', () => {
  const millimetre = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1000)
  fc.assert(
    fc.property(fc.array(fc.tuple(millimetre, millimetre), { minLength: 3, maxLength: 40 }), (ring) => {
      const far = ring.map(([x, y]): [number, number] => [x + 40526000, y + 3340600])
      assert.ok(Math.abs(signedArea(ring) - signedArea(far)) < 1e-3)
    }),
  )
})
