import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ring } from '../../../engine/geometry/position.ts'
import { muFromSquareMetres } from '../../../shared/area.ts'
import { drawn } from './drawn.ts'

const rectangle: Ring = [
  [40526000, 3340600],
  [40526100, 3340600],
  [40526100, 3340694.07],
  [40526000, 3340694.07],
  [40526000, 3340600],
]

test('golden vector 8: 9407 ㎡ = 14.1105 亩, in its place', () => {
  const place = drawn(4528, [[rectangle]])
  assert.equal(place?.drawnM2, '9407')
  assert.equal(muFromSquareMetres(place?.drawnM2 ?? '0'), '14.1105')
  assert.ok(place?.boundary.type === 'Polygon')
  const [ring] = place.boundary.coordinates as Ring[]
  assert.deepEqual(
    ring?.slice(0, 4).map(([lon, lat]) => [lon.toFixed(8), lat.toFixed(8)]),
    [
      ['120.26996873', '30.18452924'],
      ['120.27100706', '30.18452710'],
      ['120.27100939', '30.18537567'],
      ['120.26997105', '30.18537781'],
    ],
  )
  assert.ok(
    place.lon > place.west && place.lon < place.east && place.lat > place.south && place.lat < place.north,
  )
})

test('degrees are measured in the plane of their own zone', () => {
  const place = drawn(4528, [[rectangle]])
  const [ring] = (place?.boundary.coordinates ?? []) as Ring[]
  assert.ok(Math.abs(Number(drawn(4490, [[ring ?? []]])?.drawnM2) - 9407) < 0.01)
})

test('what has no inside is no parcel', () => {
  const line: Ring = [
    [40526000, 3340600],
    [40526100, 3340600],
    [40526000, 3340600],
  ]
  assert.equal(drawn(4528, [[line]]), undefined)
  assert.equal(drawn(4528, []), undefined)
})
