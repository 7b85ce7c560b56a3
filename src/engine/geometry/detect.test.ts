import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { detectSystem } from './detect.ts'
import type { Position, Ring } from './position.ts'
import { fromLonLat, toLonLat } from './project.ts'
import type { Hints } from './readings.ts'
import { systemFromHeader } from './system-header.ts'
import { systemOf, zoneNear, zoneSystem } from './systems.ts'

const place: Position = [120.27, 30.185]
const squareAt = ([x, y]: Position, side = 100): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const swap = (ring: Ring): Ring => ring.map(([x, y]) => [y, x])
const inSystem = (epsg: number) => squareAt(fromLonLat(epsg, place), epsg === 4490 ? 0.001 : 100)
const detect = (ring: Ring, hints: Hints = {}) => {
  const { readings, findings } = detectSystem([[ring]], hints)
  return {
    best: readings[0],
    readings,
    codes: findings.map(({ code }) => code),
    values: Object.fromEntries(findings.map(({ code, values }) => [code, values])),
  }
}
const header = (change: Record<string, string> = {}) =>
  systemFromHeader({ 坐标系: '2000国家大地坐标系', 几度分带: '3', 带号: '40', 计量单位: '米', ...change })

test('an easting with its zone, a northing first as in a parcel TXT: EPSG:4528, and nothing to say', () => {
  const found = detect(swap(inSystem(4528)), { declared: header(), order: 'northFirst', around: place })
  assert.deepEqual(found.best, {
    epsg: 4528,
    swapped: true,
    why: ['northing_and_easting', 'easting_with_zone', 'as_declared'],
    confidence: 0.99,
  })
  assert.deepEqual(found.codes, [])
})

test('the numbers alone tell zone, kind and order', () => {
  for (const epsg of [4528, 4499, 4490, 3857]) {
    assert.equal(detect(inSystem(epsg)).best?.epsg, epsg)
    assert.equal(detect(inSystem(epsg)).best?.swapped, false)
    assert.equal(detect(swap(inSystem(epsg))).best?.epsg, epsg)
    assert.equal(detect(swap(inSystem(epsg))).best?.swapped, true)
    assert.deepEqual(detect(inSystem(epsg)).codes, [])
  }
  assert.equal(detect(inSystem(4490), { declared: systemOf(4326) }).best?.epsg, 4326)
})

test('without prefix the zone comes from the file, and it is said', () => {
  const found = detect(inSystem(4549), { declared: header() })
  assert.equal(found.best?.epsg, 4549)
  assert.ok(found.best?.why.includes('zone_declared'))
  assert.deepEqual(found.codes, ['no_prefix'])
  assert.deepEqual(found.values['no_prefix'], { zone: 40, easting: fromLonLat(4549, place)[0] })
  assert.deepEqual(detect(inSystem(4549), { declared: systemOf(4549) }).codes, [])
})

test('without prefix and without a zone told, neighbours are proposed, the nearest first', () => {
  const found = detect(inSystem(4549), { around: [120.4, 30.2] })
  assert.deepEqual(
    found.readings.map(({ epsg }) => epsg),
    [4549, 4550, 4548],
  )
  assert.ok((found.readings[0]?.confidence ?? 0) > 0.5 && (found.readings[1]?.confidence ?? 1) < 0.3)
  assert.deepEqual(found.codes, ['zone_unknown'])
  const alone = detect(inSystem(4549))
  assert.equal(alone.readings.length, 21)
  assert.ok(alone.readings.every(({ confidence }) => confidence <= 0.05))
})

test('in zone 39: E 39815008.434, N 3345144.157 is 315 km off its meridian and belongs in zone 40', () => {
  const found = detect(squareAt([39815008.434, 3345144.157]))
  assert.equal(found.best?.epsg, 4527)
  assert.deepEqual(found.values['far_from_meridian'], { zone: 39, kilometres: 315, proper: 40 })
  assert.deepEqual(detect(squareAt([40526002.888, 3340652.194])).codes, [])
  assert.ok((found.best?.confidence ?? 1) < (detect(inSystem(4528)).best?.confidence ?? 0))
})

test('the header’s zone is not the easting’s', () => {
  const found = detect(swap(squareAt([39430000, 3340652])), { declared: header({ 带号: '38' }) })
  assert.equal(found.best?.epsg, 4527)
  assert.deepEqual(found.values['zone_differs'], { declared: 38, found: 39, easting: 39430000 })
})

test('axes in the other order than the format says', () => {
  const found = detect(squareAt([40526000, 3340600]), { order: 'northFirst', declared: header() })
  assert.equal(found.best?.swapped, false)
  assert.deepEqual(found.values['axes_swapped'], { first: 40526000, second: 3340600 })
  assert.deepEqual(detect(swap(inSystem(4490)), { order: 'eastFirst' }).codes, ['axes_swapped'])
})

test('the file says one system, its numbers another', () => {
  assert.deepEqual(detect(inSystem(4490), { declared: header() }).values['declared_differs'], {
    declared: 4528,
    found: 4490,
  })
  assert.deepEqual(detect(inSystem(4528), { declared: systemOf(4549) }).values['declared_differs'], {
    declared: 4549,
    found: 4528,
  })
  assert.deepEqual(detect(inSystem(3857), { declared: systemOf(4490) }).values['declared_differs'], {
    declared: 4490,
    found: 3857,
  })
})

test('a datum that needs seven parameters has no reading, though its numbers look like ours', () => {
  const found = detect(inSystem(4528), { declared: header({ 坐标系: '1980西安坐标系' }) })
  assert.deepEqual(found.readings, [])
  assert.deepEqual(found.values['declared_refused'], {
    refusal: 'needs_seven_parameters',
    value: 'Xian 1980',
  })
  assert.deepEqual(detect(inSystem(4528), { declared: systemOf(32651) }).readings, [])
  const noZone = detect(inSystem(4528), { declared: header({ 带号: '' }) })
  assert.equal(noZone.best?.epsg, 4528)
  assert.deepEqual(noZone.codes, ['declared_refused'])
})

test('shapes of other systems in one file are told each', () => {
  const { readings, findings, perShape } = detectSystem([
    [inSystem(4528)],
    [inSystem(4490)],
    [inSystem(4528)],
    [inSystem(4527)],
    [],
  ])
  assert.equal(readings[0]?.epsg, 4528)
  assert.deepEqual(
    perShape.map((one) => one?.epsg),
    [4528, 4490, 4528, 4527, undefined],
  )
  assert.deepEqual(
    findings
      .filter(({ code }) => code === 'mixed_systems')
      .map(({ shape, values, count }) => [shape, values['epsg'], values['most'], count]),
    [
      [2, 4490, 4528, 2],
      [4, 4527, 4528, 2],
    ],
  )
})

test('a point of another kind within a shape, and coordinates that are no numbers', () => {
  const ring: Ring = [...inSystem(4528), [526000, 3340600], [Number.NaN, 3340600]]
  const { readings, findings } = detectSystem([[ring]])
  assert.equal(readings[0]?.epsg, 4528)
  assert.deepEqual(
    findings.map(({ code, shape, ring, point }) => [code, shape, ring, point]),
    [
      ['no_number', 1, 1, 7],
      ['mixed_within_shape', 1, 1, 6],
    ],
  )
})

test('places outside China, far from the zone, and numbers of no system', () => {
  const abroad = detect(squareAt([-0.12, 51.5], 0.001))
  assert.deepEqual(abroad.values['outside_china'], { lon: -0.1195, lat: 51.5005 })
  assert.ok((abroad.best?.confidence ?? 1) < 0.2)
  const far = detect(inSystem(4528), { around: [116.4, 39.9] })
  assert.deepEqual(far.codes, ['far_from_around'])
  assert.deepEqual(detect(squareAt([1234567, 89])).codes, ['unrecognised'])
  assert.deepEqual(detect(squareAt([24500000, 3340600])).codes, ['unrecognised'])
  assert.deepEqual(detectSystem([]), { readings: [], findings: [], perShape: [] })
})

test('no more than twenty of a kind are told, with how many there are', () => {
  const { findings } = detectSystem([[Array.from({ length: 500 }, (): Position => [Number.NaN, 1])]])
  assert.equal(findings.length, 20)
  assert.equal(findings[0]?.count, 500)
})

test('any place of China in the prefixed zone that it lies in is read back to that place', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 74, max: 135, noNaN: true }),
      fc.double({ min: 18.2, max: 53.5, noNaN: true }),
      fc.constantFrom<3 | 6>(3, 6),
      fc.boolean(),
      (lon, lat, width, swapped) => {
        const epsg = zoneSystem(zoneNear(lon, width), width, true)?.epsg ?? 0
        const ring: Ring = [fromLonLat(epsg, [lon, lat])]
        const around: Position = [lon, lat]
        const { readings, findings } = detectSystem([[swapped ? swap(ring) : ring]], { around })
        assert.equal(readings[0]?.epsg, epsg)
        assert.equal(readings[0]?.swapped, swapped)
        assert.deepEqual(findings, [])
        assert.ok(Math.abs(toLonLat(epsg, ring[0] ?? [0, 0])[0] - lon) < 1e-9)
      },
    ),
  )
})
