import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { toGcj02 } from '../../engine/geometry/shifted.ts'
import { rectangle, surveyorOf, surveyTxt } from './test-survey.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-parcel-imports-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  return { zone, analyst, surveyor: surveyorOf(app, analyst) }
}
type Found = { findings: { code: string; weight: string; values: Record<string, unknown> }[] }
const codes = ({ findings }: Found) => findings.map(({ code }) => code)

test('golden vector 8 as GBK TXT: one parcel of 9407 ㎡ and 14.1105 亩, and the same file again changes nothing', async () => {
  const { zone, analyst, surveyor } = await world()
  const file = surveyTxt([{ number: '1', ring: rectangle() }])
  const one = await surveyor.upload('界址点.txt', file)
  assert.deepEqual([one.reading.epsg, one.reading.swapped, one.reading.confirmed], [4528, true, true])
  assert.deepEqual([one.counts.new, one.counts.areaM2, one.reading.findings], [1, '9407', []])
  assert.equal((await surveyor.apply(one)).statusCode, 200)
  const { items } = (await analyst.call('GET', '/api/parcels')).json()
  assert.deepEqual(
    [items[0].number, items[0].name, items[0].areaM2, items[0].landUse, items[0].landClass, items[0].status],
    ['1', '示例地块', '9407', '工业用地', '0601', 'reserve'],
  )
  const again = await surveyor.upload('界址点.txt', file)
  assert.deepEqual([again.counts.unchanged, again.counts.new, again.counts.changed], [1, 0, 0])
  assert.equal((await surveyor.apply(again)).statusCode, 200)
  assert.equal((await analyst.call('GET', `/api/parcels/${items[0].id}`)).json().revision, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('X and Y swapped and a wrong 带号: told, nothing written before somebody confirms, then in the right place', async () => {
  const { analyst, surveyor } = await world()
  const file = surveyTxt([{ number: '1', ring: rectangle() }], { zone: '38', swapped: true })
  const one = await surveyor.upload('错.txt', file)
  assert.deepEqual(codes(one.reading).sort(), ['axes_swapped', 'zone_differs'])
  assert.equal(one.reading.confirmed, false)
  const refused = await surveyor.apply(one)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /坐标系还没有确认/)
  const confirmed = await surveyor.read(one, { confirmed: true })
  assert.equal((await surveyor.apply(confirmed)).statusCode, 200)
  const [parcel] = (await analyst.call('GET', '/api/parcels')).json().items
  assert.ok(
    Math.abs(parcel.bounds[0] - 120.26996873) < 1e-6 && Math.abs(parcel.bounds[1] - 30.1845271) < 1e-6,
  )
  assert.equal(parcel.areaM2, '9407')
})

test('another system chosen by hand is judged anew', async () => {
  const { analyst, surveyor } = await world()
  const one = await surveyor.upload('a.txt', surveyTxt([{ number: '1', ring: rectangle() }]))
  const other = await surveyor.read(one, { swapped: false })
  assert.deepEqual([other.counts.new, other.counts.refused], [0, 1])
  const unknown = await analyst.call('PATCH', `/api/parcel-imports/${one.id}`, {
    revision: other.revision,
    epsg: 2435,
  })
  assert.equal(unknown.statusCode, 400)
  const back = await surveyor.read(other, { swapped: true })
  assert.equal(back.counts.new, 1)
})

test('a header area that is not the computed one is told with both, and the choice is a person’s', async () => {
  const { analyst, surveyor } = await world()
  const one = await surveyor.upload(
    '面积.txt',
    surveyTxt([{ number: '1', area: '0.9500', ring: rectangle() }]),
  )
  const [row] = await surveyor.rows(one)
  assert.deepEqual(row && codes(row), ['area_differs'])
  assert.deepEqual(row?.findings[0]?.values, { declared: '9500', drawn: '9407', percent: 1 })
  assert.equal(one.counts.areaM2, '9500')
  const drawn = await surveyor.decide(one, { finding: 'area_differs', areaBy: 'drawn' })
  assert.equal(drawn.counts.areaM2, '9407')
  assert.equal((await surveyor.apply(drawn)).statusCode, 200)
  assert.equal((await analyst.call('GET', '/api/parcels')).json().areaM2, '9407')
})

test('an area told in ㎡ where the format says 公顷 is noticed', async () => {
  const { surveyor } = await world()
  const one = await surveyor.upload(
    '平方米.txt',
    surveyTxt([{ number: '1', area: '9407', ring: rectangle() }]),
  )
  assert.deepEqual(
    [one.reading.areaUnit, codes(one.reading), one.counts.areaM2],
    ['squareMetre', ['area_unit_taken'], '9407'],
  )
})

test('a bow-tie, an overlap, a number twice are asked about; the rest is taken', async () => {
  const { analyst, surveyor } = await world()
  await surveyor.bring('已有.txt', surveyTxt([{ number: 'A', ring: rectangle() }]))
  const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = rectangle(0, 1000)
  const one = await surveyor.upload(
    '新.txt',
    surveyTxt([
      { number: 'B', ring: rectangle(0, 500) },
      { number: '结', ring: [a, b, d, c, a], area: '0.4704' },
      { number: 'C', ring: rectangle(0, 50) },
      { number: 'B', ring: rectangle(0, 1500) },
      { number: 'D', ring: rectangle(10, 510, 20, 20), area: '0.04' },
      { number: 'E', ring: [a, b, a], area: '0.1' },
    ]),
  )
  const rows = await surveyor.rows(one)
  assert.deepEqual(
    rows.map(({ number, verdict }) => [number, verdict]),
    [
      ['B', 'new'],
      ['结', 'doubt'],
      ['C', 'doubt'],
      ['B', 'doubt'],
      ['D', 'doubt'],
    ],
  )
  assert.ok(
    one.notices.some(({ code }) => code === 'too_few_points'),
    'E is told among what was not taken',
  )
  const found = (at: number) => rows[at]?.findings ?? []
  assert.ok(
    found(1).some(
      ({ code, at }) => code === 'self_intersection' && at && Math.abs((at[0] ?? 0) - 120.2809) < 0.001,
    ),
  )
  assert.deepEqual(found(2).find(({ code }) => code === 'overlaps_parcel')?.values['number'], 'A')
  assert.ok(
    Math.abs(Number(found(2).find(({ code }) => code === 'overlaps_parcel')?.values['areaM2']) - 4703.5) < 10,
  )
  assert.ok(found(3).some(({ code }) => code === 'twice_in_file'))
  assert.ok(found(4).some(({ code }) => code === 'overlaps_in_file'))
  const { items: kinds } = (await analyst.call('GET', `/api/parcel-imports/${one.id}/findings`)).json()
  assert.deepEqual(
    kinds.find(({ code }: { code: string }) => code === 'overlaps_parcel'),
    { code: 'overlaps_parcel', weight: 'ask', rows: 1 },
  )
  assert.equal(kinds[0].weight, 'ask', 'the weightiest first')
  const [first] = rows
  const decide = async (decision: 'skip' | null) => {
    const path = `/api/parcel-imports/${one.id}/rows/${first?.id}`
    return (await analyst.call('PATCH', path, { decision })).json().counts
  }
  assert.deepEqual([(await decide('skip')).skipped, (await decide(null)).skipped], [1, 0])
  const done = await surveyor.apply({ ...one, revision: one.revision + 2 })
  assert.equal(done.statusCode, 200, done.body)
  assert.equal((await analyst.call('GET', '/api/parcels')).json().total, 2)
  // What somebody takes though it is in doubt: the bow-tie as its two triangles.
  const again = await surveyor.upload(
    '新2.txt',
    surveyTxt([{ number: '结', ring: [a, b, d, c, a], area: '0.4704' }]),
  )
  const taken = await surveyor.decide(again, { decision: 'take' })
  assert.equal(taken.counts.taken, 1)
  assert.equal((await surveyor.apply(taken)).statusCode, 200)
  const [knot] = (await analyst.call('GET', `/api/parcels?q=${encodeURIComponent('结')}`)).json().items
  const { boundary } = (await analyst.call('GET', `/api/parcels/${knot.id}`)).json()
  assert.deepEqual([boundary.type, boundary.coordinates.length], ['MultiPolygon', 2])
})

test('degrees copied from a shifted web map are suspected where the territories show it', async () => {
  const { zone, analyst, surveyor } = await world()
  const director = await signIn(app, zone, 'director')
  const at = ([north, east]: [number, number]) => toLonLat(4528, [east, north])
  const ring = rectangle().map(at)
  const close = rectangle(-50, -50, 194, 200).map(at)
  await director.call('POST', '/api/territories', {
    name: '片区',
    unitId: zone.corps.a,
    fromOn: '2020-01-01',
    boundary: { type: 'Polygon', coordinates: [close] },
  })
  const geojson = (coordinates: unknown) =>
    Buffer.from(
      JSON.stringify({
        type: 'Feature',
        properties: { 编号: '1' },
        geometry: { type: 'Polygon', coordinates: [coordinates] },
      }),
    )
  const right = await surveyor.upload('对.geojson', geojson(ring))
  assert.deepEqual([right.reading.confirmed, right.counts.new], [true, 1])
  const shifted = await surveyor.upload('偏.geojson', geojson(ring.map(toGcj02)))
  assert.deepEqual(
    shifted.reading.findings.map(({ code, values }) => [code, values['shift']]),
    [['shift_suspected', 'gcj02']],
  )
  assert.equal(shifted.reading.confirmed, false)
  const read = await surveyor.read(shifted, { shift: 'gcj02', confirmed: true })
  assert.equal((await surveyor.apply(read)).statusCode, 200)
  const [parcel] = (await analyst.call('GET', '/api/parcels')).json().items
  assert.ok(Math.abs(parcel.bounds[0] - 120.26996873) < 1e-6)
  assert.equal(parcel.unit, '市北兵团')
})

test('an import is taken back whole; what was changed since stays and is told', async () => {
  const { zone, analyst, surveyor } = await world()
  await surveyor.bring(
    '一.txt',
    surveyTxt([
      { number: 'A', ring: rectangle() },
      { number: 'Z', ring: rectangle(500) },
    ]),
  )
  const second = await surveyor.bring(
    '二.txt',
    surveyTxt([
      { number: 'A', ring: rectangle(0, 0, 50), area: '0.5' },
      { number: 'Z', ring: rectangle(500, 0, 50), area: '0.5' },
      { number: 'B', ring: rectangle(0, 200) },
    ]),
  )
  assert.deepEqual([second.counts.changed, second.counts.new], [2, 1])
  const list = async () => (await analyst.call('GET', '/api/parcels?sort=number')).json().items
  const z = (await list()).find(({ number }: { number: string }) => number === 'Z')
  await analyst.call('PATCH', `/api/parcels/${z.id}`, { revision: z.revision, status: 'listed' })
  const undone = (await surveyor.undo(second)).json()
  assert.deepEqual(
    [undone.removed, undone.restored, undone.kept.map(({ number }: { number: string }) => number)],
    [1, 1, ['Z']],
  )
  assert.deepEqual(
    (await list()).map(({ number, areaM2, status }: Record<string, string>) => [number, areaM2, status]),
    [
      ['A', '9407', 'reserve'],
      ['Z', '5000', 'listed'],
    ],
  )
  assert.equal((await surveyor.undo(second)).statusCode, 409)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a file that is none is refused with the reason; officers import nothing; another zone sees nothing', async () => {
  const { zone, surveyor } = await world()
  for (const [name, bytes, words] of [
    ['空.txt', Buffer.alloc(0), /空文件/],
    ['画.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /不是能读取的图形文件/],
    ['空.geojson', Buffer.from('{"type":"FeatureCollection","features":[]}'), /没有可用的地块/],
  ] as const) {
    const response = await surveyor.send(name, bytes)
    assert.ok([400, 422].includes(response.statusCode), response.body)
    assert.match(response.json().message, words)
  }
  const officer = surveyorOf(app, await signIn(app, zone, 'officer'))
  assert.equal((await officer.send('a.txt', surveyTxt([{ number: '1', ring: rectangle() }]))).statusCode, 403)
  const one = await surveyor.upload('a.txt', surveyTxt([{ number: '1', ring: rectangle() }]))
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  for (const rest of ['', '/rows', '/findings', '/drawing'])
    assert.equal((await stranger.call('GET', `/api/parcel-imports/${one.id}${rest}`)).statusCode, 404)
  assert.equal((await surveyorOf(app, stranger).apply(one)).statusCode, 404)
})

test('a table of coordinates is a file of parcels too', async () => {
  const { surveyor } = await world()
  const lines = [
    '地块编号,点号,X坐标,Y坐标',
    ...rectangle().map(([x, y], at) => `${at === 0 ? 'DK-1' : ''},J${at + 1},${x},${y}`),
  ]
  const one = await surveyor.upload('坐标.csv', Buffer.from(lines.join('\r\n')))
  assert.deepEqual(
    [one.format, one.reading.epsg, one.counts.new, one.counts.areaM2],
    ['csv', 4528, 1, '9407'],
  )
})

test('what somebody changed after the check is not written over, and two files do not land on one another', async () => {
  const { analyst, surveyor } = await world()
  const file = surveyTxt([{ number: 'A', ring: rectangle() }])
  await surveyor.bring('a.txt', file)
  const [a] = (await analyst.call('GET', '/api/parcels')).json().items
  const one = await surveyor.upload(
    'b.txt',
    surveyTxt([{ number: 'A', ring: rectangle(0, 0, 50), area: '0.5' }]),
  )
  await analyst.call('PATCH', `/api/parcels/${a.id}`, { revision: a.revision, name: '人改的' })
  const late = await surveyor.apply(one)
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /核对之后有地块变动/)
  const again = await surveyor.read(one, { fields: {} })
  assert.equal((await surveyor.apply(again)).statusCode, 200)
  const [first, second] = [
    await surveyor.upload('c.txt', surveyTxt([{ number: 'C', ring: rectangle(0, 500) }])),
    await surveyor.upload('d.txt', surveyTxt([{ number: 'D', ring: rectangle(5, 500) }])),
  ]
  assert.equal((await surveyor.apply(first)).statusCode, 200)
  assert.equal((await surveyor.apply(second)).statusCode, 409)
  assert.equal((await surveyor.read(second, { fields: {} })).counts.doubt, 1)
})

test('a row in doubt renews nothing: what lies on its parcel is asked about', async () => {
  const { surveyor } = await world()
  await surveyor.bring('a.txt', surveyTxt([{ number: 'A', ring: rectangle() }]))
  const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = rectangle(0, 900)
  const one = await surveyor.upload(
    'b.txt',
    surveyTxt([
      { number: 'A', ring: [a, b, d, c, a], area: '0.47' },
      { number: 'B', ring: rectangle(0, 10) },
    ]),
  )
  assert.deepEqual(
    (await surveyor.rows(one)).map(({ verdict }) => verdict),
    ['doubt', 'doubt'],
  )
  // Taken anew where it was, A makes room.
  const other = await surveyor.upload(
    'c.txt',
    surveyTxt([
      { number: 'A', ring: rectangle(0, 900) },
      { number: 'B', ring: rectangle(0, 10) },
    ]),
  )
  assert.deepEqual(
    (await surveyor.rows(other)).map(({ verdict }) => verdict),
    ['changed', 'new'],
  )
})

test('another system chosen by hand must be confirmed, and numbers that name their zone speak against it', async () => {
  const { surveyor } = await world()
  const one = await surveyor.upload('a.txt', surveyTxt([{ number: '1', ring: rectangle() }]))
  assert.equal(one.reading.confirmed, true)
  const other = await surveyor.read(one, { epsg: 4527 })
  assert.equal(other.reading.confirmed, false)
  assert.equal(
    (await surveyor.rows(other))[0]?.findings.some(({ code }) => code === 'other_system'),
    true,
  )
  assert.equal((await surveyor.apply(other)).statusCode, 409)
})

test('Web Mercator is measured where it lies, not in its own stretched metres', async () => {
  const { surveyor } = await world()
  const r = 6378137
  const ring = rectangle().map(([north, east]) => {
    const [lon, lat] = toLonLat(4528, [east, north])
    return [(lon * Math.PI * r) / 180, r * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))]
  })
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
  const feature = {
    type: 'Feature',
    properties: { 编号: '1' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const one = await surveyor.upload(
    'm.geojson',
    Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs, features: [feature] })),
  )
  assert.ok(Math.abs(Number(one.counts.areaM2) - 9407) < 0.1, one.counts.areaM2)
})

test('odd texts and figures cost only themselves', async () => {
  const { analyst, surveyor } = await world()
  const feature = (properties: object, at: number) => ({
    type: 'Feature',
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [rectangle(0, at).map(([north, east]) => toLonLat(4528, [east, north]))],
    },
  })
  const features = [
    feature({ 编号: `${'甲'.repeat(199)}𬭎𬭎`, 名称: 'a\u0000b', 面积: '99999999999999999999' }, 0),
    feature({ 编号: '2', 面积: '0.00001' }, 500),
  ]
  const one = await surveyor.upload(
    'x.geojson',
    Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  )
  assert.deepEqual([one.counts.new, (await surveyor.apply(one)).statusCode], [2, 200])
  assert.ok(
    (await analyst.call('GET', '/api/parcels'))
      .json()
      .items.some(({ name }: { name: string }) => name === 'ab'),
  )
})

test('a number taken twice is refused with both places; a stack of imports is undone from the top', async () => {
  const { analyst, surveyor } = await world()
  const twice = await surveyor.upload(
    't.txt',
    surveyTxt([
      { number: 'A', ring: rectangle() },
      { number: 'A', ring: rectangle(500) },
    ]),
  )
  const refused = await surveyor.apply(await surveyor.decide(twice, { decision: 'take' }))
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /“A”要写入两次/)
  const first = await surveyor.bring('1.txt', surveyTxt([{ number: 'A', ring: rectangle() }]))
  const second = await surveyor.bring(
    '2.txt',
    surveyTxt([{ number: 'A', ring: rectangle(0, 0, 50), area: '0.5' }]),
  )
  assert.deepEqual((await surveyor.undo(second)).json().restored, 1)
  const undone = (await surveyor.undo(first)).json()
  assert.deepEqual([undone.removed, undone.kept], [1, []])
  assert.equal((await analyst.call('GET', '/api/parcels')).json().total, 0)
})

test('one shape of too many points is refused, the rest is taken', async () => {
  const { surveyor } = await world()
  const circle = Array.from({ length: 100_002 }, (_, at): [number, number] => {
    const angle = (at / 100_001) * 2 * Math.PI
    return [3341600 + 100 * Math.sin(angle), 40526000 + 100 * Math.cos(angle)]
  })
  const one = await surveyor.upload(
    '大.txt',
    surveyTxt([
      { number: '1', ring: circle, area: '3.14' },
      { number: '2', ring: rectangle() },
    ]),
  )
  assert.deepEqual([one.counts.refused, one.counts.new], [1, 1])
  assert.ok((await surveyor.rows(one))[0]?.findings.some(({ code }) => code === 'too_many_points'))
  assert.equal((await surveyor.apply(one)).statusCode, 200)
})
