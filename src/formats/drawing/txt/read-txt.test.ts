import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { fileOf } from '../../fixtures/small-book.ts'
import { readDrawing } from '../read-drawing.ts'

const header = [
  '[属性描述]',
  '格式版本号=1.01',
  '数据产生单位=杭州市规划和自然资源局萧山分局',
  '数据产生日期=2025-06-15',
  '坐标系=2000国家大地坐标系',
  '几度分带=3',
  '投影类型=高斯克吕格',
  '计量单位=米',
  '带号=40',
  '精度=0.001',
  '转换参数=,,,,,,',
]
const head = '5,0.9407,1,示例地块,面,,工业用地,0601,@'
const points = [
  'J1,1,3340600.000,40526000.000',
  'J2,1,3340694.070,40526000.000',
  'J3,1,3340694.070,40526100.000',
  'J4,1,3340600.000,40526100.000',
  'J1,1,3340600.000,40526000.000',
]
const ring = [
  [3340600, 40526000],
  [3340694.07, 40526000],
  [3340694.07, 40526100],
  [3340600, 40526100],
  [3340600, 40526000],
]
const attributes = {
  界址点数: '5',
  地块面积: '0.9407',
  地块编号: '1',
  地块名称: '示例地块',
  记录图形属性: '面',
  地块用途: '工业用地',
  地类编码: '0601',
}
const whole = [...header, '[地块坐标]', head, ...points].join('\r\n')

const read = async (content: string | Buffer | string[]) =>
  readDrawing(await fileOf(Array.isArray(content) ? content.join('\n') : content), '地块.txt')

test('the example of the format', async () => {
  const drawing = await read(whole)
  assert.deepEqual(
    { ...drawing, system: Object.entries(drawing.system.header ?? {}).slice(-3) },
    {
      format: 'parcelTxt',
      order: 'northFirst',
      shapes: [{ place: '13', surfaces: [[ring]], attributes }],
      system: [
        ['带号', '40'],
        ['精度', '0.001'],
        ['转换参数', ',,,,,,'],
      ],
      notices: [],
    },
  )
})

test('every character set, with byte order marks and every line end', async () => {
  const { shapes } = await read(whole)
  const texts: [Buffer, string | undefined][] = [
    [Buffer.from(`\ufeff${whole}`), undefined],
    [iconv.encode(whole, 'gbk'), 'GB18030'],
    [iconv.encode(whole, 'gb18030'), 'GB18030'],
    [iconv.encode(whole, 'utf-16le', { addBOM: true }), undefined],
    [iconv.encode(whole, 'utf-16be', { addBOM: true }), undefined],
    [Buffer.from(whole.replaceAll('\r\n', '\r')), undefined],
    [Buffer.from(`  \n\n${whole.replaceAll('\r\n', '\n\n')}\n\u001a`), undefined],
  ]
  for (const [bytes, guessed] of texts) {
    const drawing = await read(bytes)
    assert.deepEqual(
      drawing.shapes.map(({ surfaces, attributes }) => ({ surfaces, attributes })),
      shapes.map(({ surfaces, attributes }) => ({ surfaces, attributes })),
    )
    assert.equal(drawing.system.header?.['带号'], '40')
    assert.deepEqual(drawing.notices, guessed ? [{ code: 'encoding_guessed', value: guessed }] : [])
  }
})

test('full-width brackets, digits and commas are read and told; names keep theirs', async () => {
  const { shapes, notices, system } = await read([
    '【属性描述】',
    '带号＝40',
    '【地块坐标】',
    '5，0.9407，1，示例（一期），面，，工业用地，0601，＠',
    'Ｊ１，１，３３４０６００．０００，40526000',
    ...points.slice(1),
    '5,0.9407,2,地块Ａ，Ｂ（二期）,面,,,,@',
    ...points,
  ])
  assert.deepEqual(
    shapes.map((shape) => [shape.place, shape.attributes['地块名称'], shape.attributes['地类编码']]),
    [
      ['4', '示例（一期）', '0601'],
      ['10', '地块Ａ，Ｂ（二期）', undefined],
    ],
  )
  assert.deepEqual(shapes[0]?.surfaces, [[ring]])
  assert.deepEqual(system, { header: { 带号: '40' } })
  assert.deepEqual(notices, [{ code: 'full_width_read', place: '1', count: 5 }])
})

test('no header, no section lines, no introducing line', async () => {
  assert.deepEqual((await read(['[地块坐标]', head, ...points])).shapes[0]?.place, '2')
  const bare = await read([head, ...points])
  assert.deepEqual([bare.shapes[0]?.attributes, bare.system], [attributes, {}])
  const pairs = await read([...header.slice(1), head, ...points])
  assert.deepEqual([pairs.shapes.length, pairs.system.header?.['几度分带']], [1, '3'])
  const two = await read([...points, ...points.map((line) => line.replace('3340', '3341'))])
  assert.deepEqual(
    two.shapes.map(({ place, attributes, surfaces }) => [place, attributes, surfaces[0]?.length]),
    [
      ['1', {}, 1],
      ['6', {}, 1],
    ],
  )
})

test('longer introducing lines, and those without @', async () => {
  const lines = [
    '5,0.9407,1,甲,面,,工业用地,0601,,10,12,备注,@',
    '5,0.9407,1,乙,面,,工业用地,0601',
    '5,0.9407,1,丙,面,,工业用地,0601@',
    ',,,丁,面',
  ]
  const { shapes, notices } = await read(lines.flatMap((line) => [line, ...points]))
  assert.deepEqual(
    shapes.map(({ attributes }) => attributes['地块名称']),
    ['甲', '乙', '丙', '丁'],
  )
  assert.deepEqual(Object.entries(shapes[0]?.attributes ?? {}).slice(-3), [
    ['字段10', '10'],
    ['字段11', '12'],
    ['字段12', '备注'],
  ])
  assert.equal(shapes[2]?.attributes['地类编码'], '0601')
  assert.deepEqual(notices, [])
})

test('rings by number, and one that begins after another closed under the same number', async () => {
  const inner = ['J5,2,1,1', 'J6,2,2,1', 'J7,2,2,2', 'J5,2,1,1']
  const again = ['J8,1,10,10', 'J9,1,20,10', 'J10,1,20,20', 'J8,1,10,10']
  const { shapes, notices } = await read([head.replace('5,', '13,'), ...points, ...inner, ...again])
  assert.deepEqual(
    shapes.map(({ surfaces }) => surfaces.map((rings) => rings.map(({ length }) => length))),
    [[[5, 4, 4]]],
  )
  assert.deepEqual(notices, [])
})

test('a ring that is not closed stays as written', async () => {
  const { shapes, notices } = await read([head, ...points.slice(0, 4)])
  assert.deepEqual(shapes[0]?.surfaces, [[ring.slice(0, 4)]])
  assert.deepEqual(notices, [])
})

test('the number of points with, without and beside the closing one', async () => {
  const told = async (count: string) => (await read([head.replace('5,', `${count},`), ...points])).notices
  assert.deepEqual(await told('5'), [])
  assert.deepEqual(await told('4'), [])
  assert.deepEqual(await told(''), [])
  assert.deepEqual(await told('６'), [
    { code: 'full_width_read', place: '1' },
    { code: 'count_differs', place: '1', value: '6' },
  ])
})

test('points, lines and shapes without points are left out and told', async () => {
  const { shapes, notices } = await read([
    head.replace('面', '点'),
    points[0] ?? '',
    head.replace('面', '线'),
    ...points,
    head,
    head,
    ...points,
    '3,1,1,少,面,,,,@',
    'J1,1,1,1',
    'J2,1,2,2',
    'J1,1,1,1',
  ])
  assert.deepEqual(
    shapes.map(({ place }) => place),
    ['10'],
  )
  assert.deepEqual(notices, [
    { code: 'not_a_surface', place: '1', value: '点' },
    { code: 'not_a_surface', place: '3', value: '线' },
    { code: 'empty_shape', place: '9' },
    { code: 'too_few_points', place: '16' },
  ])
})

test('what is no number spoils its shape, what is no line is left out', async () => {
  const { shapes, notices } = await read([
    head,
    ...points.slice(0, 2),
    'J3,1,abc,40526100',
    'J4,1,3340600,1e999',
    head,
    ...points.slice(0, 2),
    '以下为第二页',
    ...points.slice(2, 4),
    'J1,1,3340600.000,40526000.000,5.2',
  ])
  assert.deepEqual(
    shapes.map(({ place, surfaces }) => [place, surfaces]),
    [['6', [[ring]]]],
  )
  assert.deepEqual(notices, [
    { code: 'no_number', place: '4', value: 'abc' },
    { code: 'no_number', place: '5', value: '1e999' },
    { code: 'unknown_line', place: '9', value: '以下为第二页' },
    { code: 'heights_ignored', place: '12', value: 'Z' },
  ])
})

test('other sections give their pairs and no shapes', async () => {
  const { shapes, system, notices } = await read([
    '[项目信息]',
    '项目名称=示例',
    '带号=39',
    '1,2,3,4',
    ...header,
    '[扩展信息]',
    '说明',
    '[地块坐标]',
    head,
    ...points,
    '[属性描述]',
    '带号=39',
    '精度=0.01',
  ])
  assert.equal(shapes.length, 1)
  assert.deepEqual([system.header?.['项目名称'], system.header?.['带号']], ['示例', '40'])
  assert.deepEqual(notices, [{ code: 'systems_differ', place: '26', value: '带号=39' }])
})

test('nothing in it', async () => {
  assert.deepEqual((await read(header)).notices, [{ code: 'nothing_found' }])
})

test('a million points in one ring', async () => {
  const lines = Array.from(
    { length: 1_000_000 },
    (_, index) => `J${index},1,${(3340600 + index / 1000).toFixed(3)},${40526000 + (index % 7)}`,
  )
  const start = performance.now()
  const { shapes } = await read(['[地块坐标]', '1000000,1,1,大,面,,,,@', ...lines])
  assert.equal(shapes[0]?.surfaces[0]?.[0]?.length, 1_000_000)
  assert.ok(performance.now() - start < 10_000)
})
