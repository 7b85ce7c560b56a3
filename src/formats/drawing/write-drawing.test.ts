import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileOf } from '../fixtures/small-book.ts'
import type { Position, Ring, Surface } from './drawing.ts'
import { readDrawing } from './read-drawing.ts'
import { innerPoint } from './rings/inner-point.ts'
import { PointInRing } from './rings/point-in-ring.ts'
import { closed, hasThreePoints, samePosition, signedArea } from './rings/ring.ts'
import { type WrittenShape, writeDxf, writeGeojson, writeParcelTxt, writeShapefile } from './write-drawing.ts'

const readBack = async (bytes: Buffer) => readDrawing(await fileOf(bytes), 'x')
const runs = { numRuns: 60 }

// JSON has no negative zero.
const anyNumber = fc.double({ noNaN: true, min: -5e7, max: 5e7 }).map((number) => number + 0)
const millimetres = fc.integer({ min: -5e10, max: 5e10 }).map((number) => number / 1000)
/** Within a kilometre: of what is thinner than numbers there can tell, no point is inside. */
const nearby = fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 1000)
const tenths = fc.integer({ min: -5e11, max: 5e11 }).map((number) => number / 10_000)

/** Any ring that does not come back to its beginning too early: it may cross itself. */
const ringOf = (number: fc.Arbitrary<number>): fc.Arbitrary<Ring> =>
  fc
    .array(fc.tuple(number, number), { minLength: 3, maxLength: 12 })
    .filter((ring) => hasThreePoints(ring) && !ring.slice(1).some((one) => samePosition(one, ring[0])))
    .filter((ring) => Number.isFinite(signedArea(ring)) && signedArea(ring) !== 0)

const word = fc
  .string({ unit: fc.constantFrom(...'abc甲乙地块（一）〔2〕0.7 -，'), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const anyText = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('\0'))

const shapesOf = (
  ring: fc.Arbitrary<Ring>,
  text: fc.Arbitrary<string>,
  key: fc.Arbitrary<string>,
): fc.Arbitrary<WrittenShape[]> =>
  fc.array(
    fc.record({
      name: text,
      attributes: fc.dictionary(key, text, { maxKeys: 4, noNullPrototype: true }),
      surfaces: ring.map((one) => [[one]]),
    }),
    { minLength: 1, maxLength: 5 },
  )

/** The ring as written: closed, and turned if need be. */
const turned = (ring: Ring, clockwise: boolean) => {
  const whole = closed(ring)
  return signedArea(whole) < 0 === clockwise ? whole : whole.toReversed()
}

test('GeoJSON gives back what was written', async () => {
  const keys = anyText.filter((key) => key !== 'name' && key !== 'id')
  await fc.assert(
    fc.asyncProperty(
      shapesOf(ringOf(anyNumber), anyText, keys),
      fc.constantFrom(4490, 4528),
      async (shapes, epsg) => {
        const drawing = await readBack(writeGeojson(shapes, { epsg }))
        assert.deepEqual(
          drawing.shapes.map(({ surfaces, attributes }) => ({ surfaces, attributes })),
          shapes.map(({ name, attributes, surfaces }) => ({
            surfaces: [[turned(surfaces[0]?.[0] ?? [], false)]],
            attributes: { name, ...attributes },
          })),
        )
        assert.deepEqual([drawing.system, drawing.notices], [{ epsg }, []])
      },
    ),
    runs,
  )
})

test('a shapefile gives back what was written, to the last bit', async () => {
  const keys = fc.string({ unit: fc.constantFrom(...'abcdefg_1'), minLength: 1, maxLength: 10 })
  const value = fc.oneof(
    word,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constant('007'),
  )
  await fc.assert(
    fc.asyncProperty(shapesOf(ringOf(anyNumber), value, keys), async (shapes) => {
      const wkt = 'PROJCS["CGCS2000_3_Degree_GK_Zone_40"]'
      const drawing = await readBack(await writeShapefile(shapes, { layer: '地/块', wkt }))
      assert.deepEqual(
        drawing.shapes.map(({ surfaces, attributes, layer }) => ({ surfaces, attributes, layer })),
        shapes.map(({ name, attributes, surfaces }) => ({
          surfaces: [[turned(surfaces[0]?.[0] ?? [], true)]],
          attributes: { name, ...attributes },
          layer: '地_块',
        })),
      )
      assert.deepEqual([drawing.system, drawing.notices], [{ wkt }, []])
    }),
    runs,
  )
})

test('a coordinate TXT gives back what was written, to as many decimals as asked', async () => {
  const keys = fc.constantFrom('地块面积', '地块编号', '图幅号', '地块用途', '地类编码', '字段9', '字段12')
  const header = { 坐标系: '2000国家大地坐标系', 带号: '40', 转换参数: ',,,,,,', 备注: '甲' }
  for (const [decimals, number] of [
    [3, millimetres],
    [4, tenths],
  ] as const)
    await fc.assert(
      fc.asyncProperty(
        shapesOf(ringOf(number), word, keys),
        fc.constantFrom('gbk', 'utf-8'),
        async (shapes, encoding) => {
          const drawing = await readBack(writeParcelTxt(shapes, { header, decimals, encoding }))
          assert.deepEqual(
            drawing.shapes.map(({ surfaces, attributes }) => ({ surfaces, attributes })),
            shapes.map(({ name, attributes, surfaces: [[ring = []] = []] }) => ({
              surfaces: [[closed(ring)]],
              attributes: {
                ...attributes,
                界址点数: String(ring.length + 1),
                地块名称: name,
                记录图形属性: '面',
              },
            })),
          )
          assert.deepEqual({ ...drawing.system.header, ...header }, drawing.system.header)
          assert.deepEqual(
            drawing.notices.filter(({ code }) => code !== 'encoding_guessed'),
            [],
          )
        },
      ),
      runs,
    )
})

test('a DXF gives back what was written', async () => {
  await fc.assert(
    fc.asyncProperty(
      shapesOf(ringOf(anyNumber), fc.oneof(word, fc.constantFrom('甲😀', '㐂^I')), fc.constant('a')),
      async (shapes) => {
        const [shape] = shapes.slice(0, 1)
        assert.ok(shape)
        const drawing = await readBack(writeDxf([shape], { layer: '红线 1' }))
        assert.deepEqual(
          drawing.shapes.map(({ surfaces, layer }) => ({ surfaces, layer })),
          [{ surfaces: shape.surfaces, layer: '红线 1' }],
        )
      },
    ),
    runs,
  )
})

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

test('the name of a DXF stands in its shape, wherever that has room', async () => {
  const horseshoe: Ring = [[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [1, 1], [1, 10], [0, 10]] // biome-ignore format: in one line
  const names = ['甲😀', '㐂^I乙', '杭政工出〔2023〕51号']
  const shapes = [horseshoe, square(100, 0, 10), square(103, 3, 1)].map((ring, index) => ({
    name: names[index] ?? '',
    attributes: {},
    surfaces: [[ring]],
  }))
  const drawing = await readBack(writeDxf(shapes))
  assert.deepEqual(
    drawing.shapes.map(({ attributes }) => attributes['text']),
    names,
  )
})

test('an inner point lies inside, and in no hole', () => {
  fc.assert(
    fc.property(ringOf(nearby), (ring) => {
      const point = innerPoint([ring])
      assert.ok(point)
      assert.notEqual(new PointInRing(ring).side(point), 'outside')
    }),
  )
  const ringWithHole: Surface = [square(0, 0, 10), square(2, 2, 7)]
  const [x, y]: Position = innerPoint(ringWithHole) ?? [0, 0]
  assert.ok(x > 0 && x < 2 && y > 2 && y < 9)
})

/** A field with a hole and an island in it, and a field far off: as nobody turned them. */
const parts: Surface[] = [
  [square(0, 0, 100), square(10, 10, 50).toReversed(), square(20, 20, 5)],
  [square(500, 0, 9)],
]
const whole: WrittenShape[] = [{ name: '甲', attributes: {}, surfaces: parts }]
const areas = (surfaces: Surface[] | undefined) => surfaces?.map((rings) => rings.map(signedArea))

test('holes, islands and parts turn as each format wants', async () => {
  const geojson = await readBack(writeGeojson(whole))
  assert.deepEqual(areas(geojson.shapes[0]?.surfaces), [[10_000, -2500], [25], [81]])
  const shapefile = await readBack(await writeShapefile(whole, { layer: 'a' }))
  assert.deepEqual(areas(shapefile.shapes[0]?.surfaces), [[-10_000, 2500], [-25], [-81]])
  const txt = await readBack(writeParcelTxt(whole))
  assert.deepEqual(txt.shapes[0]?.surfaces, [parts.flat()])
})

test('the TXT of the format’s own example', () => {
  const ring: Ring = [[3340600, 40526000], [3340694.07, 40526000], [3340694.07, 40526100], [3340600, 40526100]] // biome-ignore format: in one line
  const attributes = { 地块面积: '0.9407', 地块编号: '1', 地块用途: '工业用地', 地类编码: '0601' }
  const text = writeParcelTxt([{ name: '示例地块', attributes, surfaces: [[ring]] }], {
    header: { 带号: '40' },
    encoding: 'utf-8',
  }).toString()
  assert.deepEqual(text.split('\r\n').slice(8), [
    '带号=40',
    '精度=0.001',
    '转换参数=,,,,,,',
    '[地块坐标]',
    '5,0.9407,1,示例地块,面,,工业用地,0601,@',
    'J1,1,3340600.000,40526000.000',
    'J2,1,3340694.070,40526000.000',
    'J3,1,3340694.070,40526100.000',
    'J4,1,3340600.000,40526100.000',
    'J1,1,3340600.000,40526000.000',
    '',
  ])
})

test('what would break a TXT is written otherwise, what GBK lacks makes it UTF-8', async () => {
  const attributes = { 地块编号: '1,2', 地块用途: 'a\r\nb', 地类编码: '@' }
  const bytes = writeParcelTxt([{ name: '㐂😀', attributes, surfaces: [[square(0, 0, 1)]] }])
  assert.equal(bytes.toString('utf8', 0, 3), '\ufeff')
  const { shapes, notices } = await readBack(bytes)
  assert.deepEqual(
    ['地块名称', '地块编号', '地块用途', '地类编码'].map((key) => shapes[0]?.attributes[key]),
    ['㐂😀', '1，2', 'a b', '＠'],
  )
  assert.deepEqual(notices, [])
})

test('names and texts too long for a table are cut between characters', async () => {
  const attributes = { 地块用途说明: '长'.repeat(100), 地块用途类别: '乙', 面积: '94.5', 编号: '0601' }
  const shapes = [
    { name: '', attributes, surfaces: [[square(0, 0, 1)]] },
    { name: '', attributes: { 面积: '-7' }, surfaces: [] },
  ]
  const { shapes: read, notices } = await readBack(await writeShapefile(shapes, { layer: 'a' }))
  assert.deepEqual(read[0]?.attributes, {
    地块用: '长'.repeat(84),
    地块用2: '乙',
    面积: '94.5',
    编号: '0601',
  })
  assert.deepEqual(
    notices.map(({ code, place }) => [code, place]),
    [['empty_shape', '2']],
  )
})

test('nothing to write is still a file of its kind', async () => {
  const files = [writeGeojson([]), writeParcelTxt([]), writeDxf([]), await writeShapefile([], { layer: 'a' })]
  for (const bytes of files)
    assert.deepEqual(
      (await readBack(bytes)).notices.map(({ code }) => code).filter((code) => code !== 'encoding_guessed'),
      ['nothing_found'],
    )
})
