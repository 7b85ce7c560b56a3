import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from './position.ts'
import { fromLonLat, toLonLat } from './project.ts'

const hasGdal = spawnSync('gdaltransform', ['--version']).status === 0

function gdal(from: number, to: number, points: readonly Position[]): Position[] {
  const run = spawnSync('gdaltransform', ['-s_srs', `EPSG:${from}`, '-t_srs', `EPSG:${to}`, '-output_xy'], {
    input: points.map((point) => point.join(' ')).join('\n'),
    encoding: 'utf8',
  })
  assert.equal(run.status, 0, run.stderr)
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as Position)
}

function worst(ours: readonly Position[], theirs: readonly Position[]): number {
  assert.equal(ours.length, theirs.length)
  return Math.max(
    ...ours.map(([x, y], at) =>
      Math.hypot(x - (theirs[at]?.[0] ?? Infinity), y - (theirs[at]?.[1] ?? Infinity)),
    ),
  )
}

function agrees(epsg: number, [west, east]: [number, number]) {
  const places = fc.sample(
    fc.tuple(fc.double({ min: west, max: east, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true })),
    { numRuns: 1000, seed: epsg },
  ) as Position[]
  const plane = gdal(4490, epsg, places)
  const metres = worst(
    places.map((point) => fromLonLat(epsg, point)),
    plane,
  )
  assert.ok(metres < 0.001, `${metres} m`)
  const degrees = worst(
    plane.map((point) => toLonLat(epsg, point)),
    gdal(epsg, 4490, plane),
  )
  assert.ok(degrees < 1e-8, `${degrees}°`)
}

// What PROJ says of a few points stands in project.test.ts and is held on every machine.
if (hasGdal) {
  test('1,000 points of zone 40 agree with PROJ within a millimetre', () => agrees(4528, [118.5, 121.5]))
  test('so do 1,000 of a zone of 6° and of Web Mercator', () => {
    agrees(4499, [120, 126])
    agrees(3857, [73, 136])
  })
} else console.log('GDAL (gdaltransform) is not on this machine: the comparison with PROJ was not run.')
