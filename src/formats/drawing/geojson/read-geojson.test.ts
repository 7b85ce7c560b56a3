import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { fileOf } from '../../fixtures/small-book.ts'
import { readDrawing } from '../read-drawing.ts'
import { JsonText } from './json-text.ts'

const read = async (content: string | Buffer | object) =>
  readDrawing(
    await fileOf(typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content)),
    '图形.geojson',
  )

const ring = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]] // biome-ignore format: in one line
const hole = [[1, 1], [1, 2], [2, 2], [1, 1]] // biome-ignore format: in one line
const polygon = { type: 'Polygon', coordinates: [ring, hole] }
const feature = (geometry: unknown, properties: unknown = {}, more = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

test('collections, features and bare geometries', async () => {
  const multi = { type: 'MultiPolygon', coordinates: [[ring, hole], [ring]] }
  const mixed = {
    type: 'GeometryCollection',
    geometries: [polygon, { type: 'Point', coordinates: [1, 1] }, multi],
  }
  const surfaces = [[ring, hole], [ring]]
  for (const [content, expected] of [
    [polygon, [[ring, hole]]],
    [multi, surfaces],
    [feature(multi), surfaces],
    [collection(feature(multi)), surfaces],
    [{ features: [multi] }, surfaces],
    [mixed, [[ring, hole], ...surfaces]],
  ] as const) {
    const drawing = await read(content)
    assert.deepEqual(
      drawing.shapes.map((shape) => [shape.place, shape.surfaces]),
      [['1', expected]],
    )
    assert.equal(drawing.order, 'eastFirst')
    assert.deepEqual(
      drawing.notices,
      content === mixed ? [{ code: 'not_a_surface', place: '1', value: 'Point' }] : [],
    )
  }
})

test('what a feature says becomes text', async () => {
  const text =
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]},' +
    '"properties":{"名称":" 甲\\n\\u4e59 ","面积":0.9407,"代码":330109001002000123456,"空":null,"blank":"","对":true,"内":{"a":[1,"x"]},"__proto__":"p","乘":NaN}}]}'
  const { shapes } = await read(text)
  assert.deepEqual(Object.entries(shapes[0]?.attributes ?? {}), [
    ['id', '7'],
    ['名称', '甲\n乙'],
    ['面积', '0.9407'],
    ['代码', '330109001002000123456'],
    ['对', 'true'],
    ['内', '{"a":[1,"x"]}'],
    ['__proto__', 'p'],
    ['乘', 'NaN'],
  ])
  assert.deepEqual(shapes[0]?.surfaces, [[[[0, 0], [1, 0], [1, 1]]]]) // biome-ignore format: in one line
})

test('the coordinate system, as old files say it', async () => {
  const named = (name: string) => ({ type: 'name', properties: { name } })
  for (const [crs, system] of [
    [named('urn:ogc:def:crs:EPSG::4528'), { epsg: 4528 }],
    [named('urn:ogc:def:crs:EPSG:6.9:4549'), { epsg: 4549 }],
    [named('EPSG:4490'), { epsg: 4490 }],
    [named('http://www.opengis.net/def/crs/EPSG/0/4528'), { epsg: 4528 }],
    [named('urn:ogc:def:crs:OGC:1.3:CRS84'), { epsg: 4326 }],
    [named('城建坐标系'), { header: { crs: '城建坐标系' } }],
    [{ type: 'EPSG', properties: { code: 4528 } }, { epsg: 4528 }],
    ['EPSG:4528', { epsg: 4528 }],
    [null, {}],
    [{ type: 'link' }, {}],
  ] as const)
    assert.deepEqual((await read({ ...collection(feature(polygon)), crs })).system, system)
})

test('a coordinate that is no number leaves out its feature alone', async () => {
  const broken = (position: string) =>
    JSON.stringify(feature(polygon)).replace('[4,4]', position).replace('[1,1]', '[1,1,9]')
  const positions = ['[NaN,1]', '[1,null]', '["120.5",30]', '[1]', '5', '[[1],2]', '[1e999,2]']
  const features = [...positions.map(broken), JSON.stringify(feature(polygon))]
  const { shapes, notices } = await read(`{"type":"FeatureCollection","features":[${features}]}`)
  assert.deepEqual(
    shapes.map(({ place }) => place),
    ['8'],
  )
  const no = (place: string, value: string) => ({ code: 'no_number', place, value })
  assert.deepEqual(
    notices.filter(({ code }) => code !== 'heights_ignored'),
    [
      no('1', 'NaN'),
      no('2', 'null'),
      no('3', '120.5'),
      no('4', 'undefined'),
      no('5', 'undefined'),
      no('6', '[1]'),
      no('7', 'Infinity'),
    ],
  )
})

test('heights are left out, and told once', async () => {
  const high = { type: 'Polygon', coordinates: [ring.map((position) => [...position, 5.1])] }
  const { shapes, notices } = await read(collection(feature(high), feature(high)))
  assert.deepEqual(shapes[1]?.surfaces, [[ring]])
  assert.deepEqual(notices, [{ code: 'heights_ignored', place: '1', value: 'Z', count: 2 }])
})

test('features that are no surface, empty or broken', async () => {
  const line = { type: 'LineString', coordinates: ring }
  const { shapes, notices } = await read(
    collection(
      feature(line),
      feature(null),
      feature({ type: 'Polygon', coordinates: [] }),
      feature({ type: 'Polygon', coordinates: ring }),
      feature({ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]] }), // biome-ignore format: in one line
      feature({ type: 'MultiPolygon', coordinates: 'x' }),
      feature({ type: 'Circle' }),
      'x',
      feature({ type: 'GeometryCollection', geometries: [] }),
    ),
  )
  assert.deepEqual(shapes, [])
  assert.deepEqual(
    notices.map(({ code, place }) => [code, place]),
    [
      ['not_a_surface', '1'],
      ['empty_shape', '2'],
      ['empty_shape', '3'],
      ['no_number', '4'],
      ['too_few_points', '5'],
      ['damaged_shape', '6'],
      ['damaged_shape', '7'],
      ['damaged_shape', '8'],
      ['empty_shape', '9'],
      ['nothing_found', undefined],
    ],
  )
})

test('a byte order mark, and GBK', async () => {
  const text = JSON.stringify(collection(feature(polygon, { 名称: '示例地块' })))
  const marked = await read(`\ufeff${text}`)
  assert.deepEqual([marked.shapes[0]?.attributes, marked.notices], [{ 名称: '示例地块' }, []])
  const gbk = await read(iconv.encode(text, 'gbk'))
  assert.deepEqual(gbk.shapes, marked.shapes)
  assert.deepEqual(gbk.notices, [{ code: 'encoding_guessed', value: 'GB18030' }])
})

test('other JSON is named, broken JSON is damaged', async () => {
  const refusal = async (text: string) => {
    const error: unknown = await read(text).then(
      () => undefined,
      (reason) => reason,
    )
    assert.ok(error instanceof Error && 'code' in error && 'details' in error, text)
    return [error.code, error.details]
  }
  assert.deepEqual(await refusal('{"type":"Topology"}'), ['not_a_drawing', { kind: 'topojson' }])
  assert.deepEqual(await refusal('{"a":1}'), ['not_a_drawing', { kind: 'json' }])
  assert.deepEqual(await refusal('[1,2]'), ['not_a_drawing', { kind: 'json' }])
  for (const text of [
    '{',
    '{"type"',
    '{"type":"Polygon"}x',
    '{"type":pöint}',
    '{"a":1.}',
    '{"a":[1,]}',
    '{"a":"\\q"}',
  ])
    assert.equal((await refusal(text))[0], 'damaged')
  assert.deepEqual(await refusal(`{"a":${'['.repeat(300)}`), [
    'damaged',
    { reason: 'nested too deep', byte: 205 },
  ])
})

/** Whole numbers too long for a number are texts here. */
const longAsText = (_: string, value: unknown) =>
  typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER && /^-?\d+$/.test(String(value))
    ? String(value)
    : value

test('any JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
      const value: unknown = JSON.parse(text)
      const reading = new JsonText(Buffer.from(JSON.stringify(value, null, indent)))
      assert.deepEqual(reading.value(), JSON.parse(text, longAsText))
      reading.end()
    }),
    { numRuns: 1000 },
  )
})

test('a million points in one ring', async () => {
  const positions = Array.from(
    { length: 1_000_000 },
    (_, index) => `[${120 + index / 1e7},${30 + index / 1e8}]`,
  )
  const path = await fileOf(`{"type":"Polygon","coordinates":[[${positions}]]}`)
  positions.length = 0
  const start = performance.now()
  const { shapes } = await readDrawing(path, '大.json')
  assert.equal(shapes[0]?.surfaces[0]?.[0]?.length, 1_000_000)
  assert.ok(performance.now() - start < 10_000)
})
