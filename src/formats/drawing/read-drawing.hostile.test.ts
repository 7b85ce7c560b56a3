import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { rawZip } from '../fixtures/raw-zip.ts'
import { fileOf } from '../fixtures/small-book.ts'
import { insertAt, lightPolyline, oldPolyline, smallDxf, textAt } from '../fixtures/small-dxf.ts'
import { dbfFile, ringsRecord, shpFile } from '../fixtures/small-shp.ts'
import type { DrawingLimits } from './limits.ts'
import { readDrawing, UnreadableFile } from './read-drawing.ts'

const refusal = async (content: string | Buffer, limits: Partial<DrawingLimits> = {}) => {
  try {
    await readDrawing(await fileOf(content), '图.x', limits)
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code, ...error.details }
    throw error
  }
  return { code: 'read' }
}

test('nothing in it, or more than the limits', async () => {
  assert.deepEqual(await refusal(''), { code: 'empty_file' })
  assert.deepEqual(await refusal('{"type":"Point"}', { fileBytes: 5 }), {
    code: 'too_large',
    bytes: 16,
    limit: 5,
  })
  for (const content of [txt, geojson, dxf, shp]) {
    assert.deepEqual(await refusal(content, { points: 3 }), { code: 'too_many_points', limit: 3 })
    assert.deepEqual(await refusal(content, { shapes: 1 }), { code: 'too_many_shapes', limit: 1 })
  }
})

test('other files are named, and what the reader of workbooks takes by its kind', async () => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['地块', '面积']]), 'S')
  const workbook = (bookType: 'xlsx' | 'biff8'): Buffer => XLSX.write(book, { type: 'buffer', bookType })
  const cases: [string | Buffer, string][] = [
    [workbook('xlsx'), 'xlsx'],
    [workbook('biff8'), 'xls'],
    ['地块,面积\n甲,1.5\n乙,2.5', 'csv'],
    ['点号,圈号,X,Y\nJ1,1,3340600,40526000', 'csv'],
    ['1,2,a,b\n3,4,5,c\n', 'csv'],
    [`点号,圈号,X,Y${'\nJ1,1,3340600,40526000'.repeat(20)}`, 'csv'],
    [iconv.encode('地块\t面积\n甲\t1.5', 'gbk'), 'csv'],
    ['这是一封信。', 'text'],
    ['<?xml version="1.0"?><kml xmlns="x"/>', 'kml'],
    ['<!DOCTYPE html><html></html>', 'html'],
    ['<?xml version="1.0"?><a/>', 'xml'],
    ['[1,2]', 'json'],
    ['%PDF-1.7', 'pdf'],
    ['AC1032', 'dwg'],
    [Buffer.from('SQLite format 3\0xx'), 'sqlite'],
    [Buffer.from('526172211a0700', 'hex'), 'rar'],
    [Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 37 + 5) % 256)), 'binary'],
  ]
  for (const [content, kind] of cases)
    assert.deepEqual(await refusal(content), { code: 'not_a_drawing', kind }, kind)
})

const square = (at: number) => [[at, 0], [at, 10], [at + 10, 10], [at + 10, 0], [at, 0]] // biome-ignore format: in one line
const hole = [[2, 2], [4, 2], [4, 4], [2, 2]] // biome-ignore format: in one line
const shp = shpFile([ringsRecord([square(0), hole]), ringsRecord([square(20)], 15), Buffer.alloc(4)])
const dbf = dbfFile(
  [
    [iconv.encode('名称', 'gbk'), 'C', 12],
    ['AREA', 'N', 8],
  ],
  [
    [iconv.encode('示例', 'gbk'), '1.5'],
    [iconv.encode('工业用地', 'gbk'), '2'],
    ['', ''],
  ],
  0x4d,
)
const txt = iconv.encode(
  [
    '[属性描述]',
    '坐标系=2000国家大地坐标系',
    '[地块坐标]',
    ...[0, 1].flatMap((at) => [
      `5,0.9407,${at},示例地块,面,,工业用地,0601,@`,
      ...square(at * 20).map(([x = 0, y = 0], index) => `J${index + 1},1,${x}.5,${y}.25`),
    ]),
  ].join('\r\n'),
  'gbk',
)
const geojson = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4528' } },
    features: [0, 20].map((at) => ({
      type: 'Feature',
      properties: { 名称: '示例\n"地块"', 面积: 1.5, 无: null, 内: [true, {}] },
      geometry: { type: 'MultiPolygon', coordinates: [[square(at)], [hole]] },
    })),
  }),
)
const dxf = iconv.encode(
  smallDxf({
    header: [9, '$ACADVER', 1, 'AC1015', 9, '$DWGCODEPAGE', 3, 'ANSI_936', 9, '$INSUNITS', 70, 6],
    blocks: { A: [...lightPolyline(square(0)), ...insertAt('B', 1, 1)], B: oldPolyline(square(3)) },
    entities: [
      ...insertAt('A', 5, 5, [41, 2, 50, 30, 70, 2, 44, 100]),
      ...lightPolyline([[0, 0, 0.5], [10, 0], [10, 10, -1], [0, 10]]), // biome-ignore format: in one line
      ...textAt(5, 5, '工业用地'),
      ...[0, 'MTEXT', 8, '注记', 10, 3, 20, 3, 1, '{\\fSimSun;甲\\P乙}'],
    ],
  }),
  'gbk',
)
const zip = (parts: { shp: Buffer; dbf: Buffer }) =>
  rawZip([
    { name: 'a/图.shp', data: parts.shp },
    { name: 'a/图.dbf', data: parts.dbf },
    { name: 'a/图.prj', data: 'PROJCS["x"]' },
  ])

/** Cut, then bytes changed: what can be done to a file on its way. */
const damage = (bytes: Buffer) =>
  fc
    .record({
      length: fc.oneof(fc.constant(bytes.length), fc.integer({ min: 1, max: bytes.length })),
      changes: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: bytes.length - 1 }),
          fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x30, 0x2c, 0x0a, 0x22, 0x7f, 0xff)),
        ),
        { maxLength: 6 },
      ),
    })
    .map(({ length, changes }) => {
      const damaged = Buffer.from(bytes)
      for (const [at, byte] of changes) damaged[at] = byte
      return damaged.subarray(0, length)
    })

const isDrawing = async (path: string, content: Buffer) => {
  await writeFile(path, content)
  try {
    const { shapes, notices } = await readDrawing(path, '图.x')
    for (const { surfaces } of shapes) {
      assert.ok(surfaces.length > 0)
      for (const ring of surfaces.flat()) assert.ok(ring.length > 2 && ring.flat().every(Number.isFinite))
    }
    assert.ok(shapes.length > 0 || notices.length > 0)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
}

const files: [string, Buffer, (damaged: Buffer) => Buffer][] = [
  ['a coordinate TXT', txt, (damaged) => damaged],
  ['a GeoJSON', geojson, (damaged) => damaged],
  ['a DXF', dxf, (damaged) => damaged],
  ['a bare .shp', shp, (damaged) => damaged],
  ['a .shp in a zip', shp, (damaged) => zip({ shp: damaged, dbf })],
  ['a .dbf in a zip', dbf, (damaged) => zip({ shp, dbf: damaged })],
  ['a zip', zip({ shp, dbf }), (damaged) => damaged],
]
for (const [name, bytes, wrapped] of files)
  test(`${name}, cut anywhere and changed anywhere, is shapes with notices or unreadable`, async () => {
    const path = await fileOf(wrapped(bytes))
    assert.ok((await readDrawing(path, '图.x')).shapes.length >= 2)
    for (let length = 1; length < bytes.length; length += 1 + Math.floor(bytes.length / 300))
      await isDrawing(path, wrapped(bytes.subarray(0, length)))
    await fc.assert(
      fc.asyncProperty(damage(bytes), (damaged) => isDrawing(path, wrapped(damaged))),
      { numRuns: 300 },
    )
  })
