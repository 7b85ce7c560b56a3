import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { packedZeros, type RawEntry, rawZip } from '../../fixtures/raw-zip.ts'
import { fileOf } from '../../fixtures/small-book.ts'
import { dbfFile, nullRecord, ringsRecord, shpFile, type TestField } from '../../fixtures/small-shp.ts'
import { readDrawing, UnreadableFile } from '../read-drawing.ts'

const read = async (content: Buffer, name = '图形.zip') => readDrawing(await fileOf(content), name)
const readParts = (parts: Record<string, Buffer | string>) =>
  read(rawZip(Object.entries(parts).map(([name, data]) => ({ name, data }))))

const refusal = async (content: Buffer) => {
  try {
    await read(content)
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code, ...error.details }
    throw error
  }
  return { code: 'read' }
}

/** Clockwise, as the outer rings of a shapefile are. */
const square = (x: number, y: number, size: number) => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
]
const one = shpFile([ringsRecord([square(40_526_000.125, 3_340_600.07, 100)])])
const gbk = (text: string) => iconv.encode(text, 'gbk')

test('several layers in folders, with capitals and names in GBK', async () => {
  const table = dbfFile([['NAME', 'C', 20]], [['A1']])
  const entries: RawEntry[] = [
    { name: '', rawName: gbk('成果/地块.SHP'), data: one },
    { name: '', rawName: gbk('成果/地块.DBF'), data: table },
    { name: '', rawName: gbk('成果/地块.prj'), data: '\ufeffPROJCS["CGCS2000"]\n' },
    { name: 'b/plots.shp', data: one },
    { name: 'b/plots.dbf', data: table },
    { name: 'b/plots.prj', data: 'PROJCS["other"]' },
    { name: 'c/PLOTS.shp', data: one },
    { name: 'c/plots.shp.xml', data: '<x/>' },
    { name: '__MACOSX/b/._plots.shp', data: 'x' },
    { name: 'b/', data: '' },
    { name: '说明.txt', data: 'x' },
    { name: '../evil.shp', data: one },
  ]
  const drawing = await read(rawZip(entries))
  const surfaces = [[square(40_526_000.125, 3_340_600.07, 100)]]
  assert.deepEqual(drawing, {
    format: 'shapefile',
    order: 'eastFirst',
    shapes: [
      { place: '1', layer: '地块', surfaces, attributes: { NAME: 'A1' } },
      { place: '1', layer: 'b/plots', surfaces, attributes: { NAME: 'A1' } },
      { place: '1', layer: 'c/PLOTS', surfaces, attributes: {} },
    ],
    system: { wkt: 'PROJCS["CGCS2000"]' },
    notices: [
      { code: 'entry_ignored', value: '说明.txt' },
      { code: 'entry_ignored', value: '../evil.shp' },
      { code: 'systems_differ', layer: 'b/plots', value: 'PROJCS["other"]' },
      { code: 'no_attributes', layer: 'c/PLOTS' },
    ],
  })
})

test('a bare .shp is read under its own name', async () => {
  const { shapes, notices } = await read(one, 'C:\\图\\地块.shp')
  assert.deepEqual([shapes[0]?.layer, shapes[0]?.attributes], ['地块', {}])
  assert.deepEqual(notices, [{ code: 'no_attributes', layer: '地块' }])
})

const holes = [square(10, 10, 20), square(50, 50, 20)].map((ring) => ring.toReversed())
const [first = [], second = []] = holes

test('outer rings with their holes are surfaces; no ring is turned or lost', async () => {
  const field = square(0, 0, 100)
  const far = square(1000, 0, 10)
  const surfacesOf = async (rings: number[][][]) =>
    (await read(shpFile([ringsRecord(rings)]))).shapes.map(({ surfaces }) => surfaces)
  assert.deepEqual(await surfacesOf([field, far, first, second]), [[[field, first, second], [far]]])
  // Holes before their ring, a hole that turns like an outer ring, an outer ring that turns like a hole, a stray hole.
  assert.deepEqual(await surfacesOf([first, field]), [[[field, first]]])
  assert.deepEqual(await surfacesOf([field, first.toReversed()]), [[[field, first.toReversed()]]])
  assert.deepEqual(await surfacesOf([field.toReversed(), first]), [[[field.toReversed(), first]]])
  assert.deepEqual(await surfacesOf([far, first]), [[[far], [first]]])
  // An island in a hole.
  const island = square(15, 15, 2)
  assert.deepEqual(await surfacesOf([field, first, island]), [[[field, first], [island]]])
})

test('heights and measures are left out, other kinds and empty records told', async () => {
  const rings = [square(0, 0, 1)]
  const { shapes, notices } = await read(
    shpFile([
      ringsRecord(rings, 15),
      ringsRecord(rings, 25),
      nullRecord(),
      ringsRecord(rings, 3),
      ringsRecord(rings, 13),
      ringsRecord([]),
      ringsRecord([square(0, 0, 0)]),
      ringsRecord([[[Number.NaN, 1], ...square(0, 0, 1)]]),
      ringsRecord(rings, 31),
      ringsRecord(rings, 99),
    ]),
  )
  assert.deepEqual(
    shapes.map((shape) => [shape.place, shape.surfaces]),
    [
      ['1', [rings]],
      ['2', [rings]],
    ],
  )
  const layer = '图形'
  assert.deepEqual(notices.slice(1), [
    { code: 'heights_ignored', place: '1', layer, value: 'Z' },
    { code: 'heights_ignored', place: '2', layer, value: 'M' },
    { code: 'empty_shape', place: '3', layer },
    { code: 'not_a_surface', place: '4', layer, value: 'line', count: 2 },
    { code: 'empty_shape', place: '6', layer },
    { code: 'too_few_points', place: '7', layer },
    { code: 'no_number', place: '8', layer, value: 'NaN' },
    { code: 'not_a_surface', place: '9', layer, value: 'multipatch' },
    { code: 'damaged_shape', place: '10', layer },
  ])
})

test('a layer of points only', async () => {
  const point = Buffer.alloc(20)
  point.writeInt32LE(1, 0)
  const { shapes, notices } = await read(shpFile([point, point], 1))
  assert.deepEqual(shapes, [])
  assert.deepEqual(notices.slice(1), [
    { code: 'not_a_surface', place: '1', layer: '图形', value: 'point', count: 2 },
    { code: 'nothing_found', layer: '图形' },
  ])
})

const texts = ['示例地块', '工业用地（一期）', '联通']
const chinese = (encode: (text: string) => Buffer, driver: number): Buffer => {
  const fields: TestField[] = [
    [encode('名称'), 'C', 30],
    ['AREA', 'N', 12],
    ['DATE', 'D', 8],
    ['OK', 'L', 1],
    ['MEMO', 'M', 10],
    ['CODE', 'C', 4],
  ]
  const rows = texts.map((text) => [encode(text), '   9407.000', '20250615', 'T', '1', '0601'])
  return dbfFile(fields, rows, driver)
}

const threeRecords = shpFile([1, 2, 3].map((x) => ringsRecord([square(x, 0, 1)])))

test('attributes in GBK and UTF-8, said by driver, by .cpg, by neither or falsely', async () => {
  const utf8 = (text: string) => Buffer.from(text)
  const cases: [(text: string) => Buffer, number, string | undefined, string | undefined][] = [
    [gbk, 0x4d, undefined, undefined],
    [gbk, 0, 'GBK', undefined],
    [gbk, 0, 'ANSI 936', undefined],
    [gbk, 0, '936\r\n', undefined],
    [gbk, 0x57, undefined, 'GB18030'],
    [gbk, 0, 'UTF-8', 'GB18030'],
    [utf8, 0, 'UTF-8', undefined],
    [utf8, 0, '65001', undefined],
    [utf8, 0, 'nonsense', undefined],
    [utf8, 0x4d, 'utf8', undefined],
  ]
  for (const [encode, driver, cpg, guessed] of cases) {
    const { shapes, notices } = await readParts({
      'a.shp': threeRecords,
      'a.dbf': chinese(encode, driver),
      ...(cpg === undefined ? {} : { 'a.cpg': cpg }),
    })
    const said = `${encode.name} ${driver} ${cpg}`
    assert.deepEqual(
      shapes.map(({ attributes }) => attributes['名称']),
      texts,
      said,
    )
    const { 名称: _, ...rest } = shapes[0]?.attributes ?? {}
    assert.deepEqual(rest, { AREA: '9407.000', DATE: '20250615', OK: 'T', CODE: '0601' }, said)
    const told = notices.find(({ code }) => code === 'encoding_guessed')?.value
    assert.equal(told, cpg === 'nonsense' ? 'UTF-8' : guessed, said)
  }
})

test('attributes in Big5', async () => {
  const table = dbfFile([['NAME', 'C', 10]], [[iconv.encode('測試', 'big5')]], 0x78)
  const { shapes } = await readParts({ 'a.shp': one, 'a.dbf': table })
  assert.deepEqual(shapes[0]?.attributes, { NAME: '測試' })
})

test('names and values cut in the middle of a character; names that are the same', async () => {
  const table = dbfFile(
    [
      [Buffer.from('界址点数').subarray(0, 10), 'C', 5],
      ['X', 'C', 1],
      ['X', 'C', 1],
    ],
    [[Buffer.from('工业用地'), '1', '2']],
  )
  const { shapes } = await readParts({ 'a.shp': one, 'a.dbf': table, 'a.cpg': 'UTF-8' })
  assert.deepEqual(shapes[0]?.attributes, { 界址点: '工', X: '1', X_2: '2' })
})

test('deleted records, too many, too few, a table cut short or damaged', async () => {
  const table = chinese(gbk, 0x4d)
  const recordLength = table.readUInt16LE(10)
  const told = async (dbf: Buffer) => {
    const { shapes, notices } = await readParts({ 'a.shp': threeRecords, 'a.dbf': dbf })
    return [shapes.map(({ place, attributes }) => `${place}${attributes['CODE'] ?? ''}`), notices]
  }
  const marked = Buffer.from(table)
  marked[table.readUInt16LE(8) + recordLength] = 0x2a
  assert.deepEqual(await told(marked), [
    ['10601', '30601'],
    [{ code: 'deleted_record', place: '2', layer: 'a' }],
  ])
  const short = Buffer.from(table)
  short.writeUInt32LE(2, 4)
  assert.deepEqual(await told(short), [
    ['10601', '20601', '3'],
    [{ code: 'count_differs', layer: 'a', value: '2' }],
  ])
  const missing = [{ code: 'no_attributes', layer: 'a' }]
  assert.deepEqual(await told(table.subarray(0, table.length - recordLength)), [
    ['10601', '20601', '3'],
    missing,
  ])
  assert.deepEqual(await told(table.subarray(0, 20)), [['1', '2', '3'], missing])
  assert.deepEqual(await told(Buffer.alloc(400)), [['1', '2', '3'], missing])
})

test('a .shp cut short keeps the records before; one with a bad header is damaged', async () => {
  const { shapes, notices } = await read(threeRecords.subarray(0, threeRecords.length - 20))
  assert.equal(shapes.length, 2)
  assert.deepEqual(notices.slice(1), [{ code: 'cut_short', place: '3', layer: '图形' }])
  assert.equal((await refusal(threeRecords.subarray(0, 60))).code, 'damaged')
  const wrong = Buffer.from(threeRecords)
  wrong.writeInt32LE(77, 32)
  assert.deepEqual(await refusal(wrong), { code: 'damaged', part: '图形', reason: 'shape type 77' })
  assert.deepEqual(await refusal(rawZip([{ name: 'a.shp', data: 'x'.repeat(200) }])), {
    code: 'damaged',
    part: 'a',
    reason: 'header',
  })
})

test('counts of a record that cannot be are its own loss', async () => {
  const broken = [40, 36, 44, 48].map((at) => {
    const record = ringsRecord([square(0, 0, 1), square(2, 2, 1)])
    record.writeInt32LE(at === 44 ? 3 : 2 ** 30, at)
    return record
  })
  const { shapes, notices } = await read(shpFile([...broken, ringsRecord([square(0, 0, 1)])]))
  assert.deepEqual(
    shapes.map(({ place }) => place),
    ['5'],
  )
  assert.deepEqual(notices.filter(({ code }) => code === 'damaged_shape').length, 4)
})

test('other archives are named; locked ones, bombs and broken ones refused', async () => {
  assert.deepEqual(await refusal(rawZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }])), {
    code: 'not_a_drawing',
    kind: 'xlsx',
  })
  assert.deepEqual(await refusal(rawZip([{ name: 'a.txt' }])), { code: 'not_a_drawing', kind: 'zip' })
  assert.deepEqual(await refusal(rawZip([{ name: 'doc.kml' }])), { code: 'not_a_drawing', kind: 'kml' })
  assert.equal((await refusal(rawZip([{ name: 'a.shp', data: one, flags: 1 }]))).code, 'password_protected')
  assert.equal(
    (await refusal(rawZip([{ name: 'a.shp', packed: packedZeros(1024), claimedSize: 1024 ** 3 }]))).code,
    'zip_bomb',
  )
  const zip = rawZip([{ name: 'a.shp', data: one }])
  for (const length of [10, 60, zip.length - 30, zip.length - 1])
    assert.equal((await refusal(zip.subarray(0, length))).code, 'damaged')
  const index = Buffer.alloc(108)
  one.copy(index, 0, 0, 100)
  index.writeInt32BE(54, 24)
  index.writeInt32BE(50, 100)
  assert.deepEqual(await refusal(index), { code: 'not_a_drawing', kind: 'shx' })
  assert.deepEqual(await refusal(dbfFile([['A', 'C', 5]], [['x']])), { code: 'not_a_drawing', kind: 'dbf' })
})

test('a million points in one ring', async () => {
  const ring = Array.from({ length: 1_000_000 }, (_, index) => {
    const angle = (-2 * Math.PI * index) / 1_000_000
    return [40_526_000 + 1000 * Math.cos(angle), 3_340_600 + 1000 * Math.sin(angle)]
  })
  const shp = shpFile([ringsRecord([ring, square(40_526_000, 3_340_600, 10)])])
  const start = performance.now()
  const { shapes } = await read(shp)
  assert.deepEqual(
    shapes[0]?.surfaces.map((rings) => rings.map(({ length }) => length)),
    [[1_000_000, 5]],
  )
  assert.ok(performance.now() - start < 10_000)
})
