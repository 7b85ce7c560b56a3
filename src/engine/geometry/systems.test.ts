import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemOf, systems, zoneNear, zoneSystem } from './systems.ts'

const known = (epsg: number) => {
  const answer = systemOf(epsg)
  assert.ok(answer.ok, String(epsg))
  return answer.system
}

test('zone 40 of 3°: with prefix 4528, by its meridian 4549, and the neighbours', () => {
  assert.deepEqual(known(4528).zone, {
    number: 40,
    width: 3,
    centralMeridian: 120,
    prefixed: true,
    falseEasting: 40_500_000,
  })
  assert.deepEqual(known(4549).zone, {
    number: 40,
    width: 3,
    centralMeridian: 120,
    prefixed: false,
    falseEasting: 500_000,
  })
  assert.deepEqual(
    [39, 41].flatMap((zone) => [zoneSystem(zone, 3, true)?.epsg, zoneSystem(zone, 3, false)?.epsg]),
    [4527, 4548, 4529, 4550],
  )
})

test('the ends of each row of codes', () => {
  const ends: [number, number, 3 | 6, boolean, number][] = [
    [4513, 25, 3, true, 75],
    [4533, 45, 3, true, 135],
    [4534, 25, 3, false, 75],
    [4554, 45, 3, false, 135],
    [4491, 13, 6, true, 75],
    [4501, 23, 6, true, 135],
    [4502, 13, 6, false, 75],
    [4512, 23, 6, false, 135],
  ]
  for (const [epsg, number, width, prefixed, meridian] of ends) {
    assert.equal(zoneSystem(number, width, prefixed)?.epsg, epsg)
    assert.equal(known(epsg).zone?.centralMeridian, meridian)
  }
  assert.equal(systems.length, 3 + 21 + 21 + 11 + 11)
  assert.equal(new Set(systems.map(({ epsg }) => epsg)).size, systems.length)
  assert.equal(zoneSystem(24, 3, true), undefined)
  assert.equal(zoneSystem(46, 3, true), undefined)
})

test('the zone a longitude lies in', () => {
  assert.deepEqual(
    [118.49, 118.51, 120.27, 121.49, 121.51].map((lon) => zoneNear(lon, 3)),
    [39, 40, 40, 40, 41],
  )
  assert.deepEqual(
    [119.99, 120.01].map((lon) => zoneNear(lon, 6)),
    [20, 21],
  )
})

test('degrees and Web Mercator have no zone; its old codes are known', () => {
  assert.deepEqual(
    [known(4490).kind, known(4326).kind, known(3857).kind],
    ['geographic', 'geographic', 'plane'],
  )
  assert.equal(known(4490).zone, undefined)
  assert.equal(known(900913).epsg, 3857)
})

test('systems of before are refused by name, others as unknown', () => {
  const refusals: [number, string][] = [
    [2327, 'Xian 1980'],
    [2364, 'Xian 1980'],
    [2390, 'Xian 1980'],
    [4610, 'Xian 1980'],
    [2401, 'Beijing 1954'],
    [2442, 'Beijing 1954'],
    [4214, 'Beijing 1954'],
    [21420, 'Beijing 1954'],
    [21460, 'Beijing 1954'],
    [4776, 'New Beijing'],
  ]
  for (const [epsg, value] of refusals)
    assert.deepEqual(systemOf(epsg), { ok: false, code: 'needs_seven_parameters', value })
  for (const epsg of [0, 2391, 4267, 32650, Number.NaN])
    assert.deepEqual(systemOf(epsg), { ok: false, code: 'unknown_system', value: String(epsg) })
})
