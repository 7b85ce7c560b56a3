import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { encodeTile } from './encode.ts'
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
  const layer = new VectorTile(new PbfReader(encodeTile({ shapes: index.tile(...at, passes) }))).layers[
    'shapes'
  ]
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

const layerOf = (index: TileIndex, at: readonly [number, number, number]) =>
  new VectorTile(new PbfReader(encodeTile({ shapes: index.tile(...at) }))).layers['shapes']
const ringsOf = (index: TileIndex, at: readonly [number, number, number]) => {
  const layer = layerOf(index, at)
  return Array.from({ length: layer?.length ?? 0 }, (_, one) => layer?.feature(one).loadGeometry() ?? [])
}

test('a shape is cut at the margin of its tile, its hole with it', () => {
  const at = tileOf(120.27, 30.185)
  const hole = square(1, 120.272, 30.186, 0.001).geometry.coordinates[0] ?? []
  const whole = square(1, 120.2, 30.1, 0.2)
  const index = new TileIndex([
    { ...whole, geometry: { type: 'Polygon', coordinates: [...whole.geometry.coordinates, hole] } },
  ])
  const [[outer = [], inner = []] = []] = ringsOf(index, at)
  const reach = outer.flatMap(({ x, y }) => [x, y])
  assert.deepEqual([Math.min(...reach), Math.max(...reach)], [-64, 4096 + 64])
  assert.equal(inner.length, 5)
  assert.ok(inner.every(({ x, y }) => x > 0 && x < 4096 && y > 0 && y < 4096))
  assert.deepEqual(layerOf(index, at)?.feature(0).toGeoJSON(at[1], at[2], at[0]).geometry.type, 'Polygon')
  const [east, , down] = at
  assert.deepEqual(ringsOf(index, [z, east, down - 200]), [])
})

test('what lies across a border of tiles is in both, and meets there', () => {
  const at = tileOf(120.27, 30.185)
  const next = [at[0], at[1] + 1, at[2]] as const
  const border = ((at[1] + 1) / 2 ** z) * 360 - 180
  const index = new TileIndex([square(1, border - 0.0005, 30.185, 0.001)])
  const edges = (tile: readonly [number, number, number]) =>
    ringsOf(index, tile).flatMap(([ring = []]) => ring.map(({ x }) => x))
  const left = edges(at)
  const right = edges(next)
  assert.equal(Math.max(...left), 4096 + 64)
  assert.equal(Math.min(...right), -64)
  assert.equal(Math.min(...left) + Math.max(...right), 4096)
})

test('surfaces too small to tell apart are one square as large as they are together; one alone stays itself', () => {
  const far = [
    8,
    ...tileOf(120.27, 30.185)
      .slice(1)
      .map((one) => Math.floor(one / 2 ** (z - 8))),
  ] as [number, number, number]
  const crowd = Array.from({ length: 40 }, (_, one) =>
    square(one + 1, 120.27 + (one % 8) * 0.0002, 30.185 + Math.floor(one / 8) * 0.0002, 0.0002, {
      status: 'built',
    }),
  )
  const lone = square(99, 120.5, 30.3, 0.0002, { status: 'built' })
  const features = [...crowd, lone]
  const together = read(new TileIndex(features, ['status']), far)
  assert.ok(together.length < 10, `${together.length} squares`)
  const [itself, ...heaps] = together.sort((a, b) => Number(b?.id ?? 0) - Number(a?.id ?? 0))
  assert.deepEqual([itself?.id, itself?.properties['name']], [99, '第99块'])
  for (const heap of heaps) {
    assert.equal(heap?.id, undefined)
    assert.deepEqual({ ...heap?.properties }, { status: 'built' })
  }
})

test('of a thousand changes the last counts, in whatever order they come', () => {
  const at = tileOf(120.27, 30.185)
  const index = new TileIndex([])
  for (let round = 0; round < 1_200; round++)
    index.put([square(round % 700, 120.27, 30.185, 0.001, { status: String(round) })])
  const statuses = new Map(read(index, at).map((one) => [one?.id, one?.properties['status']]))
  assert.equal(statuses.size, 700)
  for (const [id, status] of statuses) assert.equal(status, String((id ?? 0) < 500 ? (id ?? 0) + 700 : id))
})

test('a strip that is long is drawn as it lies, a ring without points not at all', () => {
  const strip = (id: number, south: number) =>
    ({
      ...square(id, 120.27, south, 0),
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [120.27, south],
            [120.28, south],
            [120.28, south + 0.00003],
            [120.27, south + 0.00003],
            [120.27, south],
          ],
        ],
      },
    }) satisfies TileFeature
  const at = [
    12,
    Math.floor(tileOf(120.27, 30.185)[1] / 4),
    Math.floor(tileOf(120.27, 30.185)[2] / 4),
  ] as const
  const index = new TileIndex([strip(1, 30.185), strip(2, 30.1852)], ['name'])
  const rings = ringsOf(index, at)
  assert.equal(rings.length, 2)
  for (const [ring = []] of rings) {
    const xs = ring.map(({ x }) => x)
    assert.ok(Math.max(...xs) - Math.min(...xs) > 400)
  }
  const empty = { ...strip(3, 30.185), geometry: { type: 'Polygon' as const, coordinates: [[]] } }
  assert.equal(new TileIndex([empty]).tile(...at), null)
})

test('properties come back as they were, in each feature its own', () => {
  const at = tileOf(120.27, 30.185)
  const told: TileFeature['properties'][] = [
    { name: '启迪大街', area: 12.5, count: 3, below: -7, isRed: true },
    { name: '启迪大街', area: 2 ** 40, count: 0, below: -0.25, isRed: false, more: '' },
    { name: '1', area: 1, count: -(2 ** 35), below: 0, isRed: true },
  ]
  const index = new TileIndex(
    told.map((properties, id) => ({
      id: id + 1,
      properties,
      geometry: { type: 'Point', coordinates: [120.27, 30.185 + id / 10_000] },
    })),
  )
  assert.deepEqual(
    read(index, at).map((one) => ({ ...one?.properties })),
    told,
  )
})
