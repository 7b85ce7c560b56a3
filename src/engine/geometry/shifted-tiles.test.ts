import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from './position.ts'
import { toGcj02 } from './shifted.ts'
import { lonLatOfTile, shiftOfTile, tileAt } from './shifted-tiles.ts'

const pixels = 256

/** Where a place of the ground is drawn, in pixels of its tile, when it is taken from where a base in GCJ-02 has it. */
function drawnAt(place: Position, zoom: number): { drawn: [number, number]; wanted: [number, number] } {
  const [x, y] = tileAt(place, zoom)
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const { west, north, columns, rows, matrix } = shiftOfTile(column, row, zoom)
  const [a, b, c, d, e, f] = matrix
  const [gx, gy] = tileAt(toGcj02(place), zoom)
  const [u, v] = [gx - west, gy - north]
  assert.ok(u > -0.01 && u < columns + 0.01 && v > -0.01 && v < rows + 0.01, 'it is among the tiles named')
  return {
    drawn: [(a * u + c * v + e) * pixels, (b * u + d * v + f) * pixels],
    wanted: [(x - column) * pixels, (y - row) * pixels],
  }
}
const error = (place: Position, zoom: number) => {
  const { drawn, wanted } = drawnAt(place, zoom)
  return Math.hypot(drawn[0] - wanted[0], drawn[1] - wanted[1])
}

test('what a base in GCJ-02 has at (120.2744625, 30.1825487) is drawn at (120.27, 30.185), at zoom 18 too', () => {
  const [gx, gy] = toGcj02([120.27, 30.185])
  assert.deepEqual([gx.toFixed(7), gy.toFixed(7)], ['120.2744625', '30.1825487'])
  for (const zoom of [7, 12, 15, 18, 20]) assert.ok(error([120.27, 30.185], zoom) < 0.05, `zoom ${zoom}`)
  // Not moved at all it would be 508 m beside: 980 pixels at zoom 18.
  const [plain, moved] = [tileAt([120.27, 30.185], 18), tileAt([gx, gy], 18)]
  const beside = Math.hypot(plain[0] - moved[0], plain[1] - moved[1]) * pixels
  assert.ok(beside > 900 && beside < 1050, `${beside}`)
})

test('anywhere in China within a pixel at any zoom, within a fiftieth of one from zoom 16 on', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 75, max: 134, noNaN: true }),
      fc.double({ min: 5, max: 53, noNaN: true }),
      fc.integer({ min: 7, max: 21 }),
      (lon, lat, zoom) => {
        const off = error([lon, lat], zoom)
        assert.ok(off < (zoom < 16 ? 1 : 0.02), `${lon} ${lat} at ${zoom}: ${off} pixels`)
      },
    ),
    { numRuns: 2000 },
  )
})

test('tiles side by side meet within a pixel at any zoom, within a fiftieth of one from zoom 16 on', () => {
  for (let zoom = 8; zoom <= 20; zoom++) {
    const [x, y] = tileAt([120.27, 30.185], zoom).map(Math.floor) as [number, number]
    const edge = lonLatOfTile(x + 1, y + 0.3, zoom)
    const [gx, gy] = tileAt(toGcj02(edge), zoom)
    const drawn = [x, x + 1].map((column) => {
      const { west, north, matrix } = shiftOfTile(column, y, zoom)
      const [a, b, c, d, e, f] = matrix
      const [u, v] = [gx - west, gy - north]
      return [column + a * u + c * v + e, b * u + d * v + f]
    })
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = drawn
    assert.ok(Math.hypot(x1 - x2, y1 - y2) * pixels < (zoom < 16 ? 1 : 0.02), `zoom ${zoom}`)
  }
})

test('a place comes back from its tile', () => {
  const [x, y] = tileAt([120.27, 30.185], 14)
  assert.deepEqual([Math.floor(x), Math.floor(y)], [13665, 6750 - (y < 6750 ? 1 : 0)])
  const [lon, lat] = lonLatOfTile(x, y, 14)
  assert.ok(Math.abs(lon - 120.27) < 1e-9 && Math.abs(lat - 30.185) < 1e-9)
})
