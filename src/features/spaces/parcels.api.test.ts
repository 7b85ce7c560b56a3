import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { form, paperForm } from '../evidence/test-papers.ts'
import { buildParcel } from './test-parcels.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-parcels-')))
after(async () => {
  await app.close()
  await database.close()
})

/** 市北兵团 holds a territory with one parcel; another parcel is nobody's. */
async function world() {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const { id: territoryId } = (
    await director.call('POST', '/api/territories', {
      name: '市北片区',
      unitId: zone.corps.a,
      fromOn: '2020-01-01',
    })
  ).json()
  const held = await buildParcel(database, zone, {
    number: '萧政工出〔2023〕51号',
    territoryId,
    status: 'cleared',
  })
  const free = await buildParcel(database, zone, {
    number: '萧政工出〔2023〕52号',
    at: [200, 0],
    size: [50, 50],
  })
  return { zone, director, territoryId, held, free }
}

test('parcels are listed with exact number and area, by words, status, corps and lasso', async () => {
  const { zone, director, held, free } = await world()
  const all = (await director.call('GET', '/api/parcels')).json()
  assert.deepEqual([all.total, all.areaM2], [2, '11907'])
  assert.equal(all.items[0].unit, '市北兵团')
  const ids = async (query: string) =>
    (await director.call('GET', `/api/parcels?${query}`)).json().items.map(({ id }: { id: string }) => id)
  assert.deepEqual(await ids(`q=${encodeURIComponent('[2023] 51')}`), [held])
  assert.deepEqual(await ids('status=reserve'), [free])
  assert.deepEqual(await ids('status=reserve&status=cleared'), [held, free])
  assert.deepEqual(await ids('sort=status'), [free, held], 'in the order in which land moves')
  const { statuses, total } = (await director.call('GET', '/api/parcels?status=reserve')).json()
  assert.equal(total, 1)
  assert.deepEqual(statuses, [
    { status: 'cleared', count: 1, areaM2: '9407' },
    { status: 'reserve', count: 1, areaM2: '2500' },
  ])
  assert.deepEqual(await ids(`unitId=${zone.corps.a}`), [held])
  assert.deepEqual(await ids('within=120.2699,30.1844;120.2711,30.1844;120.2711,30.1855;120.2699,30.1855'), [
    held,
  ])
  assert.deepEqual(await ids('within=1,1;2,1;2,2'), [])
  assert.equal((await director.call('GET', '/api/parcels?within=1,1')).statusCode, 400)
})

test('words that are a whole number bring its parcel first, however many have them in theirs', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const numbers = ['23', ...Array.from({ length: 5 }, (_, at) => `${at + 1}-23`)]
  for (const [at, number] of numbers.entries())
    await buildParcel(database, zone, { number, at: [200 * at, 0], size: [90 - (at % 6), 90] })
  const first = async (q: string, more = '') => {
    const url = `/api/parcels?limit=1&q=${encodeURIComponent(q)}${more}`
    const { items, total } = (await analyst.call('GET', url)).json()
    return [items[0]?.number, total]
  }
  assert.deepEqual(await first('23'), ['23', 6])
  assert.deepEqual(await first(' ２３ '), ['23', 6], 'however it is written')
  assert.deepEqual(await first('23', '&sort=area'), ['5-23', 6], 'another order stays as it is asked for')
  assert.deepEqual(await first('-23'), ['1-23', 5])
})

test('parcels are listed by number as people count', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const numbers = ['工出〔2022〕10号', '工出〔2022〕2号', '工出〔2021〕11号', '123456789012', '9', null]
  for (const number of numbers) await buildParcel(database, zone, { number })
  const { items } = (await analyst.call('GET', '/api/parcels')).json()
  assert.deepEqual(
    items.map(({ number }: { number: string | null }) => number),
    ['9', '123456789012', '工出〔2021〕11号', '工出〔2022〕2号', '工出〔2022〕10号', null],
  )
})

test('the zone keeps its land, a commander that of the own corps, others read', async () => {
  const { zone, held, free } = await world()
  const patch = async (login: string, id: string) =>
    (
      await (
        await signIn(app, zone, login)
      ).call('PATCH', `/api/parcels/${id}`, { revision: 1, status: 'listed' })
    ).statusCode
  assert.equal(await patch('officer', held), 403)
  assert.equal(await patch('commander2', held), 403)
  assert.equal(await patch('commander', free), 403)
  assert.equal(await patch('commander', held), 200)
  const own = await (await signIn(app, zone, 'commander')).call('PATCH', `/api/parcels/${held}`, {
    revision: 2,
    areaM2: '1',
  })
  assert.equal(own.statusCode, 403, 'how far it is, not how large')
  assert.equal(await patch('analyst', held), 409, 'another revision was seen')
  assert.equal(await patch('analyst', free), 200)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a number is unique however it is written, an area is more than nought', async () => {
  const { director, held, free } = await world()
  const change = (id: string, body: object) =>
    director.call('PATCH', `/api/parcels/${id}`, { revision: 1, ...body })
  const taken = await change(free, { number: '萧政工出[2023] 51 号' })
  assert.equal(taken.statusCode, 409)
  assert.match(taken.json().message, /已有地块/)
  assert.equal((await change(free, { number: '——' })).statusCode, 400)
  assert.equal((await change(free, { areaM2: '0' })).statusCode, 400)
  assert.equal((await change(free, { areaM2: '12.34567' })).statusCode, 400)
  assert.equal(
    (await change(held, { number: '萧政工出（2023）51号', areaM2: '9406.84' })).json().areaM2,
    '9406.84',
  )
})

test('a parcel tells the projects that its number is written of, as far as one may know of them', async () => {
  const { zone, director, held } = await world()
  const open = await buildProject(database, zone, {
    name: '已签约项目',
    stage: 'signed',
    parcelNo: '萧政工出[2023]51号',
  })
  const secret = await buildProject(database, zone, {
    name: '未签约项目',
    stage: 'negotiating',
    parcelNo: '某某；萧政工出〔2023〕51号',
  })
  const names = async (login: string) =>
    (await (await signIn(app, zone, login)).call('GET', `/api/parcels/${held}`))
      .json()
      .projects.map(({ id }: { id: string }) => id)
      .sort()
  assert.deepEqual(await names('director'), [open, secret].sort())
  assert.deepEqual(await names('commander2'), [open])
  const detail = (await director.call('GET', `/api/parcels/${held}`)).json()
  assert.deepEqual([detail.points, detail.epsg, detail.drawnM2], [4, 4528, '9407'])
})

test('a project without a drawn parcel is put where it is by those whose it is', async () => {
  const { zone, director, held } = await world()
  const project = await buildProject(database, zone, { stage: 'signed' })
  const place = () => director.call('GET', `/api/projects/${project}/place`)
  assert.deepEqual((await place()).json(), { place: null, abilities: ['update'] })
  const put = async (login: string) =>
    (
      await (
        await signIn(app, zone, login)
      ).call('PUT', `/api/projects/${project}/place`, { lon: 120.3, lat: 30.2 })
    ).statusCode
  assert.equal(await put('commander2'), 403)
  assert.equal(await put('commander'), 200)
  assert.equal(await put('commander'), 200)
  assert.deepEqual((await place()).json().place, {
    by: 'point',
    lon: 120.3,
    lat: 30.2,
    parcelId: null,
    note: null,
    provenance: null,
  })
  const far = await director.call('PUT', `/api/projects/${project}/place`, { lon: 10, lat: 50 })
  assert.equal(far.statusCode, 400)
  await director.call('PATCH', '/api/ledger', {
    edits: [{ projectId: project, field: 'parcelNo', from: null, to: '萧政工出〔2023〕51号' }],
  })
  assert.deepEqual([(await place()).json().place.by, (await place()).json().place.parcelId], ['parcel', held])
  assert.equal((await director.call('DELETE', `/api/projects/${project}/place`)).statusCode, 200)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a parcel tells who did what with it, the newest first', async () => {
  const { zone, director, free } = await world()
  const analyst = await signIn(app, zone, 'analyst')
  await analyst.call('PATCH', `/api/parcels/${free}`, { revision: 1, status: 'listed', landClass: '0601' })
  await director.call('PATCH', `/api/parcels/${free}`, { revision: 2, areaM2: '2600' })
  const { items } = (await director.call('GET', `/api/parcels/${free}/changes`)).json()
  assert.deepEqual(
    items.map(({ operation, changes }: { operation: string; changes: object[] }) => [
      operation,
      operation === 'insert' ? [] : changes,
    ]),
    [
      ['update', [{ field: 'areaM2', from: '2500', to: '2600' }]],
      [
        'update',
        [
          { field: 'status', from: 'reserve', to: 'listed' },
          { field: 'landClass', from: null, to: '0601' },
        ],
      ],
      ['insert', []],
    ],
  )
  assert.ok(items[0].by && items[1].by && items[2].by === null)
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.equal((await stranger.call('GET', `/api/parcels/${free}/changes`)).statusCode, 404)
})

test('nothing of another zone, and nothing of the past can be changed', async () => {
  const { held } = await world()
  const other = await signIn(app, await buildZone(database), 'director')
  assert.equal((await other.call('GET', `/api/parcels/${held}`)).statusCode, 404)
  assert.equal(
    (await other.call('PATCH', `/api/parcels/${held}`, { revision: 1, status: 'built' })).statusCode,
    404,
  )
  assert.equal((await other.call('GET', '/api/parcels')).json().total, 0)
})

test('a table puts projects on the map; lines that name none, or several, are told and left out', async () => {
  const { zone, director } = await world()
  const one = await buildProject(database, zone, { name: '中国电信大数据中心项目', stage: 'landed' })
  await buildProject(database, zone, { name: '甲总部（一期）', stage: 'landed' })
  for (let at = 0; at < 2; at++) await buildProject(database, zone, { name: '同名项目', stage: 'landed' })
  const csv = [
    '项目名称,经度,纬度,数据性质',
    '中国电信大数据中心项目,120.2,30.12,示意',
    '同名项目,120.2,30.1,',
    '没有的项目,120.2,30.1,',
    '中国电信大数据中心项目,不详,30.1,',
    '乙,20,30,',
    '甲总部(一期),120.21,30.12,示意',
  ]
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/api/project-places',
      headers: { cookie: director.cookie, ...form },
      payload: paperForm({}, '点位.csv', Buffer.from(csv.join('\n'))),
    })
  const brought = (await send()).json()
  assert.deepEqual(
    [
      brought.placed,
      brought.unchanged,
      brought.left.map(({ row, code }: { row: number; code: string }) => [row, code]),
    ],
    [
      2,
      0,
      [
        [5, 'no_place'],
        [6, 'outside_china'],
        [3, 'several_projects'],
        [4, 'unknown_project'],
      ],
    ],
  )
  const { place } = (await director.call('GET', `/api/projects/${one}/place`)).json()
  assert.deepEqual(
    [place.by, place.lon, place.lat, place.provenance],
    ['point', 120.2, 30.12, 'illustrative'],
  )
  assert.deepEqual([(await send()).json().placed, (await send()).json().unchanged], [0, 2])
})
