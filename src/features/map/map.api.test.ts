import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { openTestDatabase } from '../../../test/database.ts'
import {
  buildProject,
  buildTestApp,
  buildZone,
  type Caller,
  signIn,
  type TestZone,
} from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { shanghaiDay } from '../../shared/days.ts'
import { buildParcel } from '../spaces/test-parcels.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-map-')))
after(async () => {
  await app.close()
  await database.close()
})

/** The tile of zoom 14 that golden vector 8 lies in. */
const where = '14/13665/6749'

type Words = Record<string, string | number | boolean>
async function tile(caller: Caller, set: 'land' | 'projects', query = ''): Promise<Record<string, Words[]>> {
  const response = await caller.call('GET', `/api/map/tiles/${set}/${where}${query}`)
  if (response.statusCode === 204) return {}
  assert.equal(response.statusCode, 200, response.body)
  const { layers } = new VectorTile(new PbfReader(response.rawPayload))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => ({ ...layer.feature(at).properties }) as Words),
    ]),
  )
}
/** The clock of a log cannot be turned for a test; its rows can be made to have been there since 2021. */
const earlier = (zone: TestZone, rowId?: string) =>
  database.asOwner(async (db) => {
    await sql`set local app.zone = ${sql.lit(zone.id)}`.execute(db)
    let rows = db
      .updateTable('change')
      .set({ recordedFrom: new Date('2021-01-01T00:00:00Z') })
      .where('zoneId', '=', zone.id)
    if (rowId) rows = rows.where('rowId', '=', rowId)
    await rows.execute()
  })
const names = (layer: Words[] = []) => layer.map(({ name }) => name).sort()

async function world(): Promise<{ zone: TestZone; director: Caller; parcel: string; secret: string }> {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const parcel = await buildParcel(database, zone, { number: 'DK-1', status: 'reserve' })
  await buildProject(database, zone, {
    name: '已签约',
    stage: 'signed',
    parcelNo: 'DK-1',
    totalInvestment: '50000',
  })
  const secret = await buildProject(database, zone, { name: '在谈', stage: 'negotiating', parcelNo: 'DK-1' })
  return { zone, director, parcel, secret }
}

test('a tile carries parcels with their status and projects with their stage and size', async () => {
  const { director, parcel } = await world()
  const land = await tile(director, 'land')
  assert.deepEqual(land['parcels'], [{ id: parcel, status: 'reserve', unit: '' }])
  assert.deepEqual(
    land['labels']?.map(({ label, area }) => [label, area]),
    [['DK-1', 9407]],
  )
  const { projects } = await tile(director, 'projects')
  assert.deepEqual(names(projects), ['在谈', '已签约'])
  const signed = projects?.find(({ name }) => name === '已签约')
  assert.deepEqual([signed?.['stage'], signed?.['total'], signed?.['light']], ['signed', 50000, 'grey'])
})

test('who may not know of a project finds it in no tile, count, search or selection', async () => {
  const { zone, director, secret } = await world()
  const others = await signIn(app, zone, 'commander2')
  const all = 'within=120.2,30.1;120.4,30.1;120.4,30.3;120.2,30.3'
  const seen = async (caller: Caller) => ({
    tile: names((await tile(caller, 'projects'))['projects']),
    legend: (await caller.call('GET', '/api/map/legend')).json().projects,
    state: (await caller.call('GET', '/api/map')).json().projects,
    found: (await caller.call('GET', `/api/map/find?q=${encodeURIComponent('在谈')}`)).json().items.length,
    held: (await caller.call('GET', `/api/map/selection?${all}`)).json().projects,
    ledger: (await caller.call('GET', `/api/ledger?${all}`)).json().total,
  })
  const whole = { tile: ['在谈', '已签约'], legend: 2, state: 2, found: 1, held: 2, ledger: 2 }
  const part = { tile: ['已签约'], legend: 1, state: 1, found: 0, held: 1, ledger: 1 }
  assert.deepEqual(await seen(director), whole)
  assert.deepEqual(await seen(others), part)
  assert.deepEqual(await seen(director), whole, 'not kept for the wrong person')
  assert.deepEqual(await seen(await signIn(app, zone, 'commander')), whole)
  // A named guest sees it at once, and no more once the name is taken off.
  const memberId = zone.memberIds['commander2']
  assert.equal((await director.call('POST', `/api/projects/${secret}/guests`, { memberId })).statusCode, 204)
  assert.deepEqual(await seen(others), whole)
  assert.equal((await director.call('DELETE', `/api/projects/${secret}/guests/${memberId}`)).statusCode, 204)
  assert.deepEqual(await seen(others), part)
  // Once signed everybody knows of it.
  await director.call('PATCH', '/api/ledger', {
    edits: [{ projectId: secret, field: 'stage', from: 'negotiating', to: 'signed' }],
  })
  assert.deepEqual((await seen(others)).tile, ['在谈', '已签约'])
})

test('another zone sees nothing of this one', async () => {
  await world()
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.deepEqual(await tile(stranger, 'land'), {})
  assert.deepEqual(await tile(stranger, 'projects'), {})
  const state = (await stranger.call('GET', '/api/map')).json()
  assert.deepEqual([state.bounds, state.parcels, state.projects], [null, 0, 0])
  assert.equal((await app.inject({ method: 'GET', url: `/api/map/tiles/land/${where}` })).statusCode, 401)
})

test('what anybody changes is in the next tile', async () => {
  const { zone, director, parcel } = await world()
  const analyst = await signIn(app, zone, 'analyst')
  const before = await tile(director, 'land')
  assert.deepEqual(await tile(director, 'land'), before)
  await analyst.call('PATCH', `/api/parcels/${parcel}`, { revision: 1, status: 'listed', number: 'DK-9' })
  const now = await tile(director, 'land')
  assert.deepEqual([now['parcels']?.[0]?.['status'], now['labels']?.[0]?.['label']], ['listed', 'DK-9'])
  // Its projects named DK-1: they have no place any more.
  assert.deepEqual(await tile(director, 'projects'), {})
  assert.equal((await director.call('GET', '/api/map')).json().unplaced, 2)
  const more = await buildParcel(database, zone, { number: 'DK-1', at: [200, 0] })
  assert.ok((await tile(director, 'land'))['parcels']?.some(({ id }) => id === more))
  assert.equal((await tile(director, 'projects'))['projects']?.length, 2)
})

test('a number that a part gave up is that of the parcel split away again', async () => {
  const { director, parcel } = await world()
  const unplaced = async () => (await director.call('GET', '/api/map')).json().unplaced
  assert.equal(await unplaced(), 0)
  const line = [60, 120].map((up) => toLonLat(4528, [40526060, 3340600 + (up - 90) * 4]))
  const numbers = ['DK-1', 'DK-1-2']
  const split = { revision: 1, line, apply: true, numbers }
  const { parts } = (await director.call('POST', `/api/parcels/${parcel}/split`, split)).json()
  assert.equal(await unplaced(), 0)
  const renamed = { revision: 1, number: 'DK-7' }
  assert.equal((await director.call('PATCH', `/api/parcels/${parts[0].id}`, renamed)).statusCode, 200)
  assert.equal(await unplaced(), 0, 'they stand where the former DK-1 was')
})

test('a project has one light: on its page, its parcel, the map and its legend, moved by dates and by rules', async () => {
  const { director } = await world()
  const { items } = (await director.call('GET', '/api/ledger?q=已签约')).json<{ items: { id: string }[] }>()
  const id = items[0]?.id ?? assert.fail('no project')
  const parcels = (await director.call('GET', '/api/parcels')).json<{ items: { id: string }[] }>()
  const seen = async () => {
    const { projects } = await tile(director, 'projects')
    const { lights } = (await director.call('GET', '/api/map/legend')).json<{ lights: { key: string }[] }>()
    const onParcel = (await director.call('GET', `/api/parcels/${parcels.items[0]?.id}`)).json<{
      projects: { id: string; light: string }[]
    }>()
    const all = [
      (await director.call('GET', `/api/projects/${id}/light`)).json<{ light: string }>().light,
      projects?.find((project) => project['id'] === id)?.['light'],
      onParcel.projects.find((project) => project.id === id)?.light,
    ]
    return [
      ...new Set(all),
      lights
        .map(({ key }) => key)
        .sort()
        .join(' '),
    ]
  }
  // What the office writes into its own column is a reading of its own.
  const edit = async (field: string, to: string) => {
    const edits = [{ projectId: id, field, from: null, to }]
    const answer = (await director.call('PATCH', '/api/ledger', { edits })).json<{ applied: number }>()
    assert.equal(answer.applied, 1)
  }
  assert.deepEqual(await seen(), ['grey', 'grey'])
  await edit('light', 'green')
  assert.deepEqual(await seen(), ['grey', 'grey'])
  await edit('started.plan', '2020-03-01')
  assert.deepEqual(await seen(), ['red', 'grey red'])
  const definition = {
    parts: [{ kind: 'milestone', milestones: ['completed'], yellow: { op: 'over', value: '0' }, red: null }],
  }
  const made = await director.call('POST', '/api/light-rules', { name: '竣工', definition })
  const { id: ruleId, month } = made.json<{ id: string; month: string }>()
  const inForce = { ruleId, revision: 1, fromMonth: month }
  assert.equal((await director.call('PUT', '/api/light-rules/in-force', inForce)).statusCode, 200)
  assert.deepEqual(await seen(), ['grey', 'grey'])
})

test('a territory and who holds it show, and move at once', async () => {
  const { zone, director } = await world()
  const ring = [
    [120.26, 30.18],
    [120.28, 30.18],
    [120.28, 30.19],
    [120.26, 30.19],
    [120.26, 30.18],
  ]
  const boundary = { type: 'Polygon', coordinates: [ring] }
  const { id } = (
    await director.call('POST', '/api/territories', {
      name: '市北片区',
      unitId: zone.corps.a,
      fromOn: '2020-01-01',
      boundary,
    })
  ).json()
  const [area] = (await tile(director, 'land'))['territories'] ?? []
  assert.deepEqual(area, { id, name: '市北片区', unit: zone.corps.a, unitName: '市北兵团' })
  const { units } = (await director.call('GET', '/api/map')).json()
  assert.deepEqual(units, [{ id: zone.corps.a, name: '市北兵团', bounds: [120.26, 30.18, 120.28, 30.19] }])
})

test('a legend counts what is in sight under the filter, exactly', async () => {
  const { zone, director } = await world()
  await buildParcel(database, zone, { number: 'DK-2', at: [5000, 0], size: [100, 100], status: 'built' })
  await buildProject(database, zone, { name: '无处', stage: 'started', corps: zone.corps.b })
  const legend = async (query = '') => (await director.call('GET', `/api/map/legend?${query}`)).json()
  const whole = await legend()
  assert.deepEqual([whole.areaM2, whole.projects, whole.unplaced], ['19407', 2, 1])
  assert.deepEqual(
    whole.parcels.map(({ key, count }: { key: string; count: number }) => [key, count]).sort(),
    [
      ['built', 1],
      ['reserve', 1],
    ],
  )
  const sight = await legend('bounds=120.26,30.18,120.28,30.19')
  assert.deepEqual([sight.areaM2, sight.stages.length], ['9407', 2])
  const ofB = await legend(`unitId=${zone.corps.b}`)
  assert.deepEqual([ofB.projects, ofB.unplaced, ofB.areaM2], [0, 1, '0'])
  assert.equal((await director.call('GET', '/api/map/legend?bounds=x')).statusCode, 400)
})

test('the map of a day of the past shows what stood then', async () => {
  const { zone, director, parcel } = await world()
  const day = (await director.call('GET', '/api/map?asOf=2020-01-01')).json()
  assert.deepEqual([day.parcels, day.projects], [0, 0])
  assert.deepEqual(await tile(director, 'land', '?asOf=2020-01-01'), {})
  await earlier(zone, parcel)
  await director.call('PATCH', `/api/parcels/${parcel}`, { revision: 1, status: 'built' })
  const statusOf = async (query: string) => (await tile(director, 'land', query))['parcels']?.[0]?.['status']
  assert.equal(await statusOf('?asOf=2021-06-01'), 'reserve')
  assert.equal(await statusOf(''), 'built')
})

test('the zone’s time is as long, seen from whatever day of it', async () => {
  const { zone, director, parcel } = await world()
  await earlier(zone, parcel)
  const daysOf = async (query: string) => {
    const { since, until } = (await director.call('GET', `/api/map${query}`)).json()
    return [since, until]
  }
  const today = shanghaiDay(Date.now())
  assert.deepEqual(await daysOf(''), ['2021-01-01', today])
  assert.deepEqual(await daysOf('?asOf=2021-06-01'), ['2021-01-01', today])
})

test('of a past day too, nobody sees what they may not know of any more', async () => {
  const { zone, director } = await world()
  const then = new Date('2021-01-01T00:00:00Z')
  const old = { name: '早年在谈', stage: 'negotiating', parcelNo: 'DK-1' }
  const project = await buildProject(database, zone, old, '2021-01', then)
  await earlier(zone)
  const guest = await signIn(app, zone, 'commander2')
  const memberId = zone.memberIds['commander2']
  const asOf = 'asOf=2021-06-01'
  const seen = async () => ({
    tile: names((await tile(guest, 'projects', `?${asOf}`))['projects']),
    legend: (await guest.call('GET', `/api/map/legend?${asOf}`)).json().projects,
    found: (await guest.call('GET', `/api/map/find?${asOf}&q=${encodeURIComponent('早年')}`)).json().items
      .length,
  })
  const nothing = { tile: ['已签约'], legend: 1, found: 0 }
  const whole = { tile: ['已签约', '早年在谈'], legend: 2, found: 1 }
  assert.deepEqual(await seen(), nothing)
  assert.equal((await director.call('POST', `/api/projects/${project}/guests`, { memberId })).statusCode, 204)
  assert.deepEqual(await seen(), whole)
  assert.equal((await director.call('DELETE', `/api/projects/${project}/guests/${memberId}`)).statusCode, 204)
  assert.deepEqual(await seen(), nothing)
})

test('a tile that does not exist is refused or empty, never an error', async () => {
  const { director } = await world()
  assert.equal((await director.call('GET', '/api/map/tiles/land/23/0/0')).statusCode, 400)
  assert.equal((await director.call('GET', '/api/map/tiles/secrets/1/0/0')).statusCode, 400)
  assert.equal((await director.call('GET', '/api/map/tiles/land/3/9999/0')).statusCode, 204)
  assert.equal((await director.call('GET', '/api/map/tiles/land/14/0/0')).statusCode, 204)
})

test('days before all records and bounds that are no numbers are refused', async () => {
  const { director } = await world()
  const statusOf = async (path: string) => (await director.call('GET', path)).statusCode
  for (const path of [
    '/api/map?asOf=0001-01-01',
    '/api/map?asOf=1899-12-31',
    '/api/map/differences?since=0001-01-01',
    '/api/map/legend?bounds=....,1,2,3',
    '/api/map/legend?bounds=1.2.3,1,2,3',
  ])
    assert.equal(await statusOf(path), 400, path)
  assert.equal(await statusOf('/api/map?asOf=1900-01-01'), 200)
  assert.equal(await statusOf('/api/map/legend?bounds=120.1,30,120.9,30.5'), 200)
})

test('a territory has its name once, inside, however many tiles it runs through', async () => {
  const { zone, director } = await world()
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  await director.call('POST', '/api/territories', {
    name: '市北片区',
    unitId: zone.corps.a,
    fromOn: '2020-01-01',
    boundary: {
      type: 'MultiPolygon',
      coordinates: [[square(120.27, 30.18, 0.001)], [square(120.2, 30.1, 0.1)]],
    },
  })
  const whole = await director.call('GET', '/api/map/tiles/land/8/213/105')
  const { names } = new VectorTile(new PbfReader(whole.rawPayload)).layers
  assert.equal(names?.length, 1)
  const { properties, geometry } = names.feature(0).toGeoJSON(213, 105, 8)
  assert.deepEqual([properties?.['name'], properties?.['unitName']], ['市北片区', '市北兵团'])
  assert.ok(geometry.type === 'Point')
  const [lon = 0, lat = 0] = geometry.coordinates
  assert.ok(lon > 120.2 && lon < 120.3 && lat > 30.1 && lat < 30.2, 'in the larger part')
})

test('a territory that had no boundary that day is not drawn, and nothing fails', async () => {
  const { zone, director } = await world()
  await director.call('POST', '/api/territories', {
    name: '市北片区',
    unitId: zone.corps.a,
    fromOn: '2020-01-01',
  })
  await earlier(zone)
  const past = await director.call('GET', '/api/map?asOf=2021-06-01')
  assert.equal(past.statusCode, 200, past.body)
  const list = await director.call('GET', '/api/territories?asOf=2021-06-01')
  assert.deepEqual(
    list.json().items.map((one: { hasBoundary: boolean }) => one.hasBoundary),
    [false],
  )
})

test('a tile keeps its tag while nothing in it changes', async () => {
  const { zone, director, parcel } = await world()
  const far = await buildParcel(database, zone, { number: 'DK-9', at: [9_000, 0] })
  const tag = async () => (await director.call('GET', `/api/map/tiles/land/${where}`)).headers['etag']
  const first = await tag()
  assert.match(String(first), /^"[\w-]+"$/)
  await director.call('PATCH', `/api/parcels/${far}`, { revision: 1, status: 'built' })
  assert.equal(await tag(), first)
  await director.call('PATCH', `/api/parcels/${parcel}`, { revision: 1, status: 'built' })
  assert.notEqual(await tag(), first)
})
