import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { fileOf } from '../../fixtures/small-book.ts'
import {
  insertAt,
  lightPolyline,
  oldPolyline,
  type SmallDxf,
  smallDxf,
  textAt,
} from '../../fixtures/small-dxf.ts'
import { readDrawing, UnreadableFile } from '../read-drawing.ts'
import { signedArea } from '../rings/ring.ts'

const read = async (content: string | Buffer | SmallDxf) =>
  readDrawing(
    await fileOf(typeof content === 'string' || Buffer.isBuffer(content) ? content : smallDxf(content)),
    '图.dxf',
  )
const ringsOf = async (content: SmallDxf) =>
  (await read(content)).shapes.map(({ surfaces }) => surfaces[0]?.[0] ?? [])

const square = [[0, 0], [10, 0], [10, 10], [0, 10]] // biome-ignore format: in one line

test('closed polylines, light and old, are shapes; open ones are told', async () => {
  const closedByPoint = [...square, [0, 0]]
  const { shapes, notices, order, format } = await read({
    entities: [
      ...lightPolyline(square, 1, [5, '2F']),
      ...lightPolyline(closedByPoint, 0),
      ...lightPolyline(square, 0, [5, '30']),
      ...oldPolyline(square),
      ...oldPolyline(square.map((corner) => [...corner, 5])),
      ...oldPolyline(square, 0),
      ...oldPolyline(square, 1, [70, 65]),
      ...lightPolyline([[1, 1], [2, 2]]), // biome-ignore format: in one line
      ...lightPolyline([]),
      ...lightPolyline(square, 1, [38, 7.5, 5, '31']),
      ...[0, 'LINE', 8, '0', 10, 0, 20, 0, 11, 1, 21, 1, 0, 'LINE', 8, '0', 5, '3C'],
      ...[0, 'CIRCLE', 8, '0', 10, 0, 20, 0, 40, 1],
    ],
  })
  assert.deepEqual([format, order], ['dxf', 'eastFirst'])
  assert.deepEqual(
    shapes.map(({ layer, surfaces }) => [layer, surfaces]),
    [square, closedByPoint, square, square, square].map((ring) => ['红线', [[ring]]]),
  )
  assert.deepEqual(
    [shapes[0], shapes[4]].map((shape) => shape?.place),
    ['2F', '31'],
  )
  assert.match(shapes[1]?.place ?? '', /^:\d+$/)
  assert.deepEqual(
    notices.map(({ code, value, count }) => [code, value, count].filter((one) => one !== undefined)),
    [
      ['not_closed'],
      ['heights_ignored', 'Z', 2],
      ['not_closed'],
      ['not_a_surface', 'MESH'],
      ['too_few_points'],
      ['too_few_points'],
      ['not_a_surface', 'LINE', 2],
      ['not_a_surface', 'CIRCLE'],
    ],
  )
  assert.equal(notices[0]?.place, '30')
})

test('places without a handle are lines', async () => {
  const text = smallDxf({ entities: lightPolyline(square) })
  const line = text.split('\r\n').indexOf('LWPOLYLINE')
  assert.equal((await read(text)).shapes[0]?.place, `:${line}`)
})

test('paper space is left out', async () => {
  const { shapes, notices } = await read({
    entities: [...lightPolyline(square, 1, [67, 1]), ...lightPolyline(square, 1, [67, 0])],
  })
  assert.equal(shapes.length, 1)
  assert.deepEqual(notices, [{ code: 'not_a_surface', value: 'PAPER_SPACE' }])
})

test('arcs become chords that stand off a millimetre at most', async () => {
  // Two half circles around (radius, 0). The third is in metres, whatever it says.
  for (const [unit, radius, allowed] of [
    [undefined, 5, 0.001],
    ['6', 500, 0.001],
    ['4', 5, 0.001],
    ['4', 5000, 0.5],
    ['4', 50_000, 1],
    ['7', 0.5, 0.000001],
  ] as const) {
    const { shapes, notices } = await read({
      header: unit ? [9, '$INSUNITS', 70, unit] : [],
      entities: lightPolyline([[0, 0, 1], [2 * radius, 0, 1]]), // biome-ignore format: in one line
    })
    const ring = shapes[0]?.surfaces[0]?.[0] ?? []
    const middles = ring.map(([x, y], index) => {
      const [nx = 0, ny = 0] = ring[(index + 1) % ring.length] ?? []
      return Math.hypot((x + nx) / 2 - radius, (y + ny) / 2)
    })
    const deepest = radius - Math.min(...middles)
    assert.ok(deepest <= allowed && deepest > allowed / 2, `${unit} ${radius}: ${deepest}`)
    assert.ok(ring.every(([x, y]) => Math.abs(Math.hypot(x - radius, y) - radius) < radius * 1e-12))
    assert.ok(signedArea(ring) > 0)
    assert.deepEqual([notices[0]?.code, notices[0]?.value], ['arcs_flattened', String(allowed)])
  }
  const [dent = []] = await ringsOf({ entities: lightPolyline([[0, 0, -1], [10, 0], [10, 10], [0, 10]]) }) // biome-ignore format: in one line
  assert.ok(Math.abs(signedArea(dent) - (100 - 12.5 * Math.PI)) < 0.02)
})

test('arcs nobody can have meant leave out their shape alone', async () => {
  const { shapes, notices } = await read({
    entities: [
      ...lightPolyline([[0, 0, 1e9], [1, 0], [1, 1]]), // biome-ignore format: in one line
      ...lightPolyline([[0, 0, 1], [1e300, 0], [1, 1]]), // biome-ignore format: in one line
      ...lightPolyline([[0, 'abc' as unknown as number], [1, 0], [1, 1]]), // biome-ignore format: in one line
      ...lightPolyline(square),
    ],
  })
  assert.equal(shapes.length, 1)
  assert.deepEqual(
    notices.map(({ code }) => code),
    ['damaged_shape', 'damaged_shape', 'no_number'],
  )
})

test('blocks are drawn where they are inserted: moved, scaled, turned, mirrored, in rows', async () => {
  const blocks = { B: lightPolyline(square) }
  const drawn = (more: (string | number)[], bases = {}) =>
    ringsOf({ blocks, bases, entities: insertAt('b', 100, 200, more) })
  assert.deepEqual(await drawn([]), [square.map(([x = 0, y = 0]) => [x + 100, y + 200])])
  assert.deepEqual(await drawn([], { B: [10, 10] }), [square.map(([x = 0, y = 0]) => [x + 90, y + 190])])
  assert.deepEqual(await drawn([41, 2, 42, 3]), [square.map(([x = 0, y = 0]) => [2 * x + 100, 3 * y + 200])])
  assert.deepEqual(await drawn([50, 90, 41, 2]), [square.map(([x = 0, y = 0]) => [100 - y, 2 * x + 200])])
  const turnedAroundBase = await drawn([50, 90, 41, 2, 42, 3], { B: [10, 20] })
  assert.deepEqual(turnedAroundBase, [
    square.map(([x = 0, y = 0]) => [100 - 3 * (y - 20), 200 + 2 * (x - 10)]),
  ])
  assert.deepEqual(await drawn([41, -1]), [square.map(([x = 0, y = 0]) => [100 - x, y + 200])])
  assert.deepEqual(await drawn([230, -1]), [square.map(([x = 0, y = 0]) => [-100 - x, y + 200])])
  const array = await drawn([70, 2, 71, 3, 44, 20, 45, 30, 50, 90])
  assert.deepEqual(
    array.map(([first]) => first),
    [[100, 200], [100, 220], [70, 200], [70, 220], [40, 200], [40, 220]], // biome-ignore format: in one line
  )
})

test('an extruded polyline is seen from below', async () => {
  const [ring] = await ringsOf({ entities: lightPolyline(square, 1, [210, 0, 220, 0, 230, -1]) })
  assert.deepEqual(
    ring,
    square.map(([x = 0, y = 0]) => [0 - x, y]),
  )
})

test('blocks in blocks keep their layers and say where they are', async () => {
  const onZero = lightPolyline(square, 1, [5, 'A1']).map((value) => (value === '红线' ? '0' : value))
  const { shapes } = await read({
    blocks: {
      INNER: [...onZero, ...lightPolyline(square)],
      OUTER: insertAt('INNER', 1, 1, [5, 'B1', 50, 90]),
    },
    entities: [...insertAt('OUTER', 10, 20, [5, 'C1', 41, 2, 42, 2, 43, 2]), ...lightPolyline(square)],
  })
  assert.deepEqual(
    shapes.map(({ place, layer, surfaces }) => [place.replace(/:\d+/, ':'), layer, surfaces[0]?.[0]?.[1]]),
    [
      ['C1/B1/A1', '块层', [12, 42]],
      ['C1/B1/:', '红线', [12, 42]],
      [':', '红线', [10, 0]],
    ],
  )
})

test('fifty blocks in each other are drawn to the sixteenth', async () => {
  const blocks = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `B${index}`,
      [...lightPolyline(square), ...(index < 49 ? insertAt(`B${index + 1}`, 1, 0) : [])],
    ]),
  )
  const { shapes, notices } = await read({
    blocks,
    entities: [...insertAt('B0', 0, 0), ...lightPolyline(square)],
  })
  assert.equal(shapes.length, 17)
  assert.deepEqual(shapes[15]?.surfaces[0]?.[0]?.[0], [15, 0])
  assert.deepEqual(
    notices.map(({ code, value }) => [code, value]),
    [['nested_too_deep', '16']],
  )
})

test('a block that inserts itself ten times over is too much, a chain of symbols is not', async () => {
  const self = Array.from({ length: 10 }, () => insertAt('B', 1, 1)).flat()
  await assert.rejects(
    read({ blocks: { B: [...lightPolyline(square), ...self] }, entities: insertAt('B', 0, 0) }),
    {
      code: 'too_many_shapes',
    },
  )
  await assert.rejects(
    read({ blocks: { B: lightPolyline(square) }, entities: insertAt('B', 0, 0, [70, 32767, 71, 32767]) }),
    { code: 'too_many_shapes' },
  )
  const symbols = { S: [...[0, 'LINE', 8, '0'], ...self.map((value) => (value === 'B' ? 'S' : value))] }
  const { notices } = await read({
    blocks: symbols,
    entities: [...insertAt('S', 0, 0), ...insertAt('X', 0, 0)],
  })
  assert.deepEqual(
    notices.map(({ code, value, count }) => [code, value, count]),
    [
      ['not_a_surface', 'LINE', undefined],
      ['not_a_surface', 'INSERT', undefined],
      ['nothing_found', undefined, undefined],
    ],
  )
})

test('texts name the smallest shape around them', async () => {
  const inner = square.map(([x = 0, y = 0]) => [x / 2 + 1, y / 2 + 1])
  const { shapes, notices } = await read({
    blocks: { T: [0, 'ATTDEF', 8, '0', 1, 'x'] },
    entities: [
      ...lightPolyline(square),
      ...lightPolyline(inner),
      ...textAt(9, 9, '外'),
      ...textAt(2, 2, '工业%%d ^J\\U+4E59'),
      ...[
        0,
        'MTEXT',
        8,
        '注记',
        10,
        3,
        20,
        3,
        71,
        5,
        3,
        '{\\fSimSun|b0|i0;\\H2.5x;甲\\P',
        1,
        '\\S1^2;\\\\乙\\~丙}',
      ],
      // Middle-aligned: it begins outside.
      ...[0, 'TEXT', 8, '注记', 10, -50, 20, 0, 72, 1, 11, 8, 21, 8, 73, 2, 1, '中'],
      ...[
        0,
        'INSERT',
        8,
        '注记',
        66,
        1,
        2,
        'T',
        10,
        9,
        20,
        1,
        0,
        'ATTRIB',
        8,
        '注记',
        10,
        9,
        20,
        1,
        2,
        'NO',
        1,
        '03-12',
      ],
      ...[0, 'SEQEND', 8, '0'],
      ...textAt(50, 50, '远'),
      ...textAt(2, 2, ' '),
    ],
  })
  assert.deepEqual(
    shapes.map(({ attributes }) => attributes),
    [{ text: '外\n中\n03-12' }, { text: '工业° \n乙\n甲\n1/2\\乙 丙' }],
  )
  assert.deepEqual(
    notices.filter(({ value }) => value === 'TEXT').map(({ count }) => count),
    [undefined],
  )
})

test('character sets by page, by version and by content', async () => {
  const file = (page: string | undefined, version: string, encode: (text: string) => Buffer) =>
    encode(
      smallDxf({
        header: [9, '$ACADVER', 1, version, ...(page ? [9, '$DWGCODEPAGE', 3, page] : [])],
        entities: [...lightPolyline(square), ...textAt(5, 5, '工业用地')],
      }),
    )
  const gbk = (text: string) => iconv.encode(text, 'gbk')
  const utf8 = (text: string) => Buffer.from(text)
  for (const [page, version, encode, guessed] of [
    ['ANSI_936', 'AC1015', gbk, undefined],
    ['ANSI_936', 'AC1032', utf8, undefined],
    ['ANSI_936', 'AC1015', utf8, undefined],
    ['ANSI_1252', 'AC1015', gbk, 'GB18030'],
    ['ANSI_936', 'AC1032', gbk, 'GB18030'],
    [undefined, 'AC1009', gbk, 'GB18030'],
    [undefined, 'AC1009', utf8, undefined],
  ] as const) {
    const { shapes, notices } = await read(file(page, version, encode))
    assert.deepEqual([shapes[0]?.layer, shapes[0]?.attributes], ['红线', { text: '工业用地' }])
    assert.deepEqual(notices, guessed ? [{ code: 'encoding_guessed', value: guessed }] : [])
  }
  const big5 = smallDxf({
    header: [9, '$ACADVER', 1, 'AC1015', 9, '$DWGCODEPAGE', 3, 'ANSI_950'],
    entities: lightPolyline(square).map((value) => (value === '红线' ? '紅線' : value)),
  })
  assert.equal((await read(iconv.encode(big5, 'big5'))).shapes[0]?.layer, '紅線')
  const escaped = smallDxf({ entities: lightPolyline(square) }).replaceAll('红线', '\\U+7EA2\\M+5CFDF')
  assert.equal((await read(escaped)).shapes[0]?.layer, '红线')
})

test('what is said around the entities does not matter: comments, xdata, no header, plain line ends', async () => {
  const entities = lightPolyline(square, 1, [999, 'a comment', 1001, 'ACAD', 1010, 5, 1020, 5])
  const bare = smallDxf({ entities })
    .replaceAll('\r\n', '\n')
    .replace(/[\s\S]*(?=\s+0\nSECTION\n\s+2\nENTITIES)/, '')
  assert.ok(!bare.includes('HEADER'))
  for (const text of [bare, `\ufeff999\nwritten by hand\n${bare}`])
    assert.deepEqual((await read(text)).shapes[0]?.surfaces, [[square]])
})

test('the unit is told as the file says it', async () => {
  assert.deepEqual((await read({ header: [9, '$INSUNITS', 70, '     4'] })).system, {
    header: { $INSUNITS: '4' },
  })
  assert.deepEqual((await read({ header: [9, '$INSUNITS', 70, 0] })).system, {})
})

test('a file cut short keeps what was whole', async () => {
  const text = smallDxf({ entities: [...lightPolyline(square), ...lightPolyline(square)] })
  const { shapes, notices } = await read(text.slice(0, text.lastIndexOf('10\r\n')))
  assert.equal(shapes.length, 1)
  assert.deepEqual(
    notices.map(({ code }) => code),
    ['cut_short'],
  )
  const broken = text.replace(/LWPOLYLINE(?![\s\S]*LWPOLYLINE)/, 'LWPOLYLINE\r\nxyz')
  assert.deepEqual((await read(broken)).shapes.length, 1)
})

test('a binary DXF and a DWG are named', async () => {
  const refusal = (content: Buffer) =>
    read(content).catch((error) => error instanceof UnreadableFile && error.details)
  assert.deepEqual(await refusal(Buffer.from('AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION\0')), {
    kind: 'binary-dxf',
  })
  assert.deepEqual(await refusal(Buffer.from('AC1032\0\0\0')), { kind: 'dwg' })
})

test('a million points in one ring', async () => {
  const ring = Array.from({ length: 1_000_000 }, (_, index) => [index, index % 7])
  const path = await fileOf(smallDxf({ entities: [...lightPolyline(ring), ...textAt(500_000, 3.5, '大')] }))
  const start = performance.now()
  const { shapes } = await readDrawing(path, '大.dxf')
  assert.equal(shapes[0]?.surfaces[0]?.[0]?.length, 1_000_000)
  assert.ok(performance.now() - start < 10_000)
})
