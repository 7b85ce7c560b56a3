import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { geodesicLength } from '../../../../engine/geometry/length.ts'
import { papers, sheetSize, turns } from './paper.ts'
import { boundsOf, fitting, placeIn, roundScales, scaleBar } from './print-scale.ts'
import { layOut } from './sheet-layout.ts'

const frame = { width: 900, height: 600, unitMm: 0.24 }

test('a ruler laid on the paper measures the ground, whichever way it lies', () => {
  for (const lat of [18.2, 30.18, 47.5])
    for (const scale of [2_000, 25_000]) {
      const sight = { lon: 120.27, lat, scale }
      const [west, south, east, north] = boundsOf(sight, frame)
      const acrossMm =
        (geodesicLength([
          [west, lat],
          [east, lat],
        ]) /
          scale) *
        1000
      const upMm =
        (geodesicLength([
          [120.27, south],
          [120.27, north],
        ]) /
          scale) *
        1000
      assert.ok(Math.abs(acrossMm / (900 * 0.24) - 1) < 0.0034, `${lat} ${scale} across: ${acrossMm}`)
      assert.ok(Math.abs(upMm / (600 * 0.24) - 1) < 0.0034, `${lat} ${scale} upward: ${upMm}`)
    }
})

test('the scale bar is as long as the ground it names, on every sheet', () => {
  for (const paper of papers)
    for (const turn of turns) {
      const size = sheetSize(paper, turn)
      const { map } = layOut(size, true)
      const sight = { lon: 120.27, lat: 30.18, scale: 12_500 }
      const bar = scaleBar(sight, { ...map, unitMm: size.unitMm }, 180)
      assert.ok(bar.units <= 180 && bar.units > 60, `${paper}: ${bar.units} units`)
      const barMm = bar.units * size.unitMm
      assert.ok(Math.abs(barMm - (bar.metres / 12_500) * 1000) < 1e-9)
      // Laid along the parallel, it ends where the geodesic says.
      const each = { width: bar.units, height: 1, unitMm: size.unitMm }
      const [west, , east] = boundsOf(sight, each)
      assert.ok(
        Math.abs(
          geodesicLength([
            [west, 30.18],
            [east, 30.18],
          ]) /
            bar.metres -
            1,
        ) < 0.003,
      )
    }
})

test('what is to fit fits, and no rounder scale would be larger by a step', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 100, max: 125, noNaN: true }),
      fc.double({ min: 18, max: 45, noNaN: true }),
      fc.double({ min: 0.005, max: 0.5, noNaN: true }),
      fc.double({ min: 0.005, max: 0.5, noNaN: true }),
      (west, south, wide, high) => {
        const box = [west, south, west + wide, south + high] as const
        const sight = fitting(box, frame)
        const shown = boundsOf(sight, frame)
        assert.ok(shown[0] <= box[0] + 1e-9 && shown[1] <= box[1] + 1e-9)
        assert.ok(shown[2] >= box[2] - 1e-9 && shown[3] >= box[3] - 1e-9)
        assert.equal(sight.scale, Number(sight.scale.toPrecision(2)))
        const nearer = boundsOf({ ...sight, scale: sight.scale * 0.89 }, frame)
        if (sight.scale > 200) assert.ok(nearer[0] > box[0] || nearer[1] > box[1])
      },
    ),
  )
})

test('a place stands where the frame’s bounds say', () => {
  const sight = { lon: 120.27, lat: 30.18, scale: 25_000 }
  const [west, south, east, north] = boundsOf(sight, frame)
  const near = ([x, y]: [number, number], [wantedX, wantedY]: [number, number]) =>
    assert.ok(Math.abs(x - wantedX) < 1e-6 && Math.abs(y - wantedY) < 1e-6, `${x}, ${y}`)
  near(placeIn(sight, frame, [west, north]), [0, 0])
  near(placeIn(sight, frame, [east, south]), [900, 600])
  near(placeIn(sight, frame, [120.27, 30.18]), [450, 300])
})

test('round scales around the one that fits', () => {
  assert.deepEqual(roundScales(23_000), [2_500, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000])
})

test('letters keep their size on paper, and nothing on a sheet lies over another', () => {
  for (const paper of papers)
    for (const turn of turns)
      for (const hasLegend of [true, false]) {
        const size = sheetSize(paper, turn)
        const points = (12 * size.unitMm * 72) / 25.4
        assert.ok(points >= 8 && points <= 17.5, `${paper}: ${points} pt`)
        const { title, map, legend, foot } = layOut(size, hasLegend)
        assert.ok(map.width > 500 && map.height > 400, `${paper} ${turn}: ${map.width} × ${map.height}`)
        assert.ok(title.y + title.height <= map.y && map.y + map.height <= foot.y)
        if (!legend) continue
        assert.ok(legend.x >= map.x + map.width || legend.y >= map.y + map.height)
        assert.ok(legend.x + legend.width <= size.width && legend.y + legend.height <= foot.y)
      }
})
