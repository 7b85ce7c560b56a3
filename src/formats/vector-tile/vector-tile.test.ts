import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { encodeTile, onlyFeatures } from './encode.ts'
import { type TileFeature, TileIndex } from './tile-index.ts'

const [z, x, y] = [14, 13665, 6743]
const square = (id: number, west: number, south: number, size: number, words: Record<string, string> = {}) =>
  ({
    id,
    properties: { name: `第${id}块`, ...words },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    },
  }) satisfies TileFeature

/** The tile that a place lies in. */
const tileOf = (lon: number, lat: number) => {
  const n = 2 ** z
  const s = Math.sin((lat * Math.PI) / 180)
  return [
    z,
    Math.floor(((lon + 180) / 360) * n),
    Math.floor((0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * n),
  ] as const
}
const read = (index: TileIndex, at: readonly [number, number, number], passes = (_: number) => true) => {
  const layer = new VectorTile(new PbfReader(encodeTile({ shapes: onlyFeatures(index.tile(...at), passes) })))
    .layers['shapes']
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at))
}

test('a tile carries the shapes in it, in place, with their words', () => {
  const at = tileOf(120.27, 30.185)
  const index = new TileIndex([
    square(1, 120.27, 30.185, 0.001, { status: 'reserve' }),
    square(2, 121, 31, 0.001),
  ])
  const [feature, ...more] = read(index, at)
  assert.equal(more.length, 0)
  assert.equal(feature?.id, 1)
  assert.deepEqual({ ...feature?.properties }, { name: '第1块', status: 'reserve' })
  const { geometry } = feature?.toGeoJSON(at[1], at[2], at[0]) ?? {}
  assert.ok(geometry?.type === 'Polygon')
  const [lon = 0, lat = 0] = geometry.coordinates[0]?.[0] ?? []
  assert.ok(Math.min(Math.abs(lon - 120.27), Math.abs(lon - 120.271)) < 1e-5)
  assert.ok(Math.min(Math.abs(lat - 30.185), Math.abs(lat - 30.186)) < 1e-5)
})

test('what is put, taken out or not let pass shows at once', () => {
  const at = tileOf(120.27, 30.185)
  const index = new TileIndex([square(1, 120.27, 30.185, 0.001)])
  index.put([square(1, 120.27, 30.185, 0.001, { status: 'built' }), square(3, 120.2705, 30.1855, 0.0005)])
  assert.deepEqual(
    read(index, at)
      .map((one) => [one?.id, one?.properties['status']])
      .sort(),
    [
      [1, 'built'],
      [3, undefined],
    ],
  )
  assert.deepEqual(
    read(index, at, (id) => id !== 1).map((one) => one?.id),
    [3],
  )
  index.remove([1, 99])
  assert.deepEqual(
    read(index, at).map((one) => one?.id),
    [3],
  )
  assert.equal(encodeTile({ shapes: new TileIndex([]).tile(z, x, y) }).length, 0)
})
