import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from './position.ts'
import { fromLonLat, ringsFromLonLat, ringsToLonLat, toLonLat } from './project.ts'
import { systems } from './systems.ts'

const place: Position = [120.27, 30.185]
const millimetres = ([east, north]: Position) => [east.toFixed(3), north.toFixed(3)]

test('120.27, 30.185 in zone 40 with and without prefix, and in zone 39', () => {
  assert.deepEqual(millimetres(fromLonLat(4528, place)), ['40526002.888', '3340652.194'])
  assert.deepEqual(millimetres(fromLonLat(4549, place)), ['526002.888', '3340652.194'])
  assert.deepEqual(millimetres(fromLonLat(4527, place)), ['39815008.434', '3345144.157'])
})

/** [epsg, lon, lat, east, north] by PROJ 9.1 (cs2cs), so that the machine's own PROJ is not needed to notice a change. */
const byProj: [number, number, number, string, string][] = [
  [4528, 118.5, 30, '40355262.251', '3321060.841'],
  [4528, 121.499, 27.3, '40648396.101', '3021762.526'],
  [4549, 120.2, 30.1, '519277.899', '3331215.600'],
  [4513, 74.1, 39.5, '25422587.308', '4374400.865'],
  [4533, 134.7, 48.2, '45477699.073', '5340709.573'],
  [4498, 119.9, 31.25, '20776292.051', '3462321.520'],
  [4512, 132.05, 46.5, '273555.476', '5155894.426'],
  [4527, 120.27, 30.185, '39815008.434', '3345144.157'],
  [3857, 120.27, 30.185, '13388395.158', '3527352.103'],
  [4521, 100.3, 18.5, '33637292.723', '2046817.840'],
]
test('agrees with PROJ on points of several zones', () => {
  for (const [epsg, lon, lat, east, north] of byProj)
    assert.deepEqual(millimetres(fromLonLat(epsg, [lon, lat])), [east, north], `EPSG:${epsg}`)
})

test('there and back within a billionth of a degree, in every system', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...systems),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 3, max: 54, noNaN: true }),
      ({ epsg, zone }, off, lat) => {
        const lon = (zone?.centralMeridian ?? 110) + off
        const back = toLonLat(epsg, fromLonLat(epsg, [lon, lat]))
        assert.ok(Math.abs(back[0] - lon) <= 1e-9 && Math.abs(back[1] - lat) <= 1e-9, `${lon} ${lat} ${back}`)
      },
    ),
  )
})

test('CGCS2000 and WGS 84 in degrees are the same numbers', () => {
  assert.deepEqual(toLonLat(4490, place), place)
  assert.deepEqual(fromLonLat(4326, place), place)
})

test('rings go over point by point and leave the given ones alone', () => {
  const rings: Position[][] = [[place, [120.28, 30.19]], []]
  const plane = ringsFromLonLat(4528, rings)
  assert.deepEqual(plane[0]?.[0], fromLonLat(4528, place))
  assert.deepEqual(
    ringsToLonLat(4528, plane).map((ring) => ring.map(([lon, lat]) => [lon.toFixed(9), lat.toFixed(9)])),
    [
      [
        ['120.270000000', '30.185000000'],
        ['120.280000000', '30.190000000'],
      ],
      [],
    ],
  )
  assert.deepEqual(rings[0]?.[0], [120.27, 30.185])
})

test('systems and numbers that cannot be converted are refused, never bent', () => {
  assert.throws(
    () => toLonLat(2364, [40526002, 3340652]),
    /EPSG:2364 is not converted here: needs_seven_parameters/,
  )
  assert.throws(() => fromLonLat(32650, place), /unknown_system/)
  assert.throws(() => toLonLat(4528, [Number.NaN, 1]), /No coordinates/)
  assert.throws(() => fromLonLat(4490, [120, Number.POSITIVE_INFINITY]), /No coordinates/)
  assert.throws(() => toLonLat(4528, [4e12, 1]), /out of reach/)
})
