import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import type { Actor } from '../../server/access.ts'
import { keepLive } from '../../server/live.ts'
import { shanghaiDay } from '../../shared/days.ts'
import type { ParcelReservations } from '../matching/contract.ts'
import type { Division } from '../spaces/contract.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { Legend } from './contract.ts'
import { keepAtlas } from './server/atlas.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-kept-')))
const live = keepLive(database)
after(async () => {
  await live.close()
  await app.close()
  await database.close()
})

/** One parcel is kept whole for a project in talks, that 桥南兵团 may not know of, and another in part. */
async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const ids = {
    near: await buildParcel(database, zone, { number: '甲', status: 'cleared' }),
    large: await buildParcel(database, zone, {
      number: '乙',
      status: 'cleared',
      at: [200, 0],
      size: [300, 200],
    }),
    free: await buildParcel(database, zone, { number: '丙', status: 'cleared', at: [0, 300] }),
  }
  const secret = await buildProject(database, zone, { name: '密谈项目', stage: 'negotiating' })
  const keep = async (parcelId: string, areaM2: string | null, untilOn = '2999-12-31') => {
    const path = `/api/projects/${secret}/reservations`
    const kept = await analyst.call('POST', path, { parcelIds: [parcelId], roomIds: [], areaM2, untilOn })
    assert.equal(kept.statusCode, 200, kept.body)
    return kept.json<{ reservations: { id: string; label: string }[] }>().reservations
  }
  await keep(ids.near, null)
  await keep(ids.large, '15000')
  return { zone, analyst, ids, secret, keep }
}

async function tileOf(caller: Caller, query = '') {
  const { rawPayload, body } = await caller.call('GET', `/api/map/tiles/land/14/13665/6749${query}`)
  const layers = rawPayload.length > 0 ? new VectorTile(new PbfReader(rawPayload)).layers : {}
  const keptIn = (name: string) => {
    const layer = layers[name]
    return Object.fromEntries(
      Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at).properties ?? {}).flatMap(
        ({ id, kept }) => (kept ? [[String(id), kept]] : []),
      ),
    )
  }
  return { parcels: keptIn('parcels'), labels: keptIn('labels'), body }
}
const legendOf = async (caller: Caller, query = '') =>
  Object.fromEntries(
    (await caller.call('GET', `/api/map/legend${query}`))
      .json<Legend>()
      .kept.map(({ key, count, areaM2 }) => [key, [count, areaM2]]),
  )
const cardOf = async (caller: Caller, id: string, query = '') => {
  const answer = await caller.call('GET', `/api/parcels/${id}/reservations${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<ParcelReservations>().items
}

test('land that is kept is marked in tile and legend, and let go it is not', async () => {
  const { analyst, ids, secret, keep } = await world()
  const marked = { [ids.near]: 'kept', [ids.large]: 'keptPart' }
  const { parcels, labels } = await tileOf(analyst)
  assert.deepEqual([parcels, labels], [marked, marked])
  assert.deepEqual(await legendOf(analyst), { kept: [1, '9407'], keptPart: [1, '15000'] })
  assert.deepEqual(await legendOf(analyst, '?bounds=120.28,30,121,31'), {}, 'not in sight')

  const [held] = (await keep(ids.free, null)).filter(({ label }) => label === '丙')
  assert.equal((await tileOf(analyst)).parcels[ids.free], 'kept')
  assert.equal(
    (await analyst.call('DELETE', `/api/projects/${secret}/reservations/${held?.id}`)).statusCode,
    200,
  )
  assert.deepEqual((await tileOf(analyst)).parcels, marked)
  // All but what rounding leaves is all.
  await keep(ids.large, '59999.50')
  assert.deepEqual(await legendOf(analyst), { kept: [2, '69407'] })
})

test('the card names for whom to those who may know of them, and to others that it is kept', async () => {
  const { zone, analyst, ids, secret } = await world()
  const [own] = await cardOf(analyst, ids.large)
  assert.deepEqual(
    [own?.project, own?.areaM2, own?.untilOn, own?.person, own?.madeOn],
    [{ id: secret, name: '密谈项目' }, '15000', '2999-12-31', 'analyst同志', null],
  )
  assert.deepEqual(await cardOf(analyst, ids.free), [])
  const others = await signIn(app, zone, 'commander2')
  const [hidden] = await cardOf(others, ids.large)
  assert.deepEqual([hidden?.project, hidden?.person, hidden?.areaM2], [null, null, '15000'])
  for (const path of [
    `/api/parcels/${ids.near}/reservations`,
    '/api/map/legend',
    '/api/map',
    '/api/map/find?q=甲',
  ])
    for (const secretWord of ['密谈', secret])
      assert.ok(!(await others.call('GET', encodeURI(path))).body.includes(secretWord), path)
  const seen = await tileOf(others)
  assert.deepEqual(seen.parcels, (await tileOf(analyst)).parcels)
  assert.ok(!seen.body.includes(secret) && !seen.body.includes('密谈'))

  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.equal((await stranger.call('GET', `/api/parcels/${ids.near}/reservations`)).statusCode, 404)
  assert.deepEqual([(await tileOf(stranger)).parcels, await legendOf(stranger)], [{}, {}])
})

test('a reservation ends by its day, without anybody writing anything', async () => {
  const { zone, ids, keep } = await world()
  await keep(ids.free, null, '2999-01-01')
  let now = Date.parse('2999-01-01T23:59:59+08:00')
  const atlas = keepAtlas(database, live, () => now)
  const actor = { zoneId: zone.id, memberId: zone.memberIds['director'], reach: 'zone' } as Actor
  const free = { id: ids.free, areaM2: '9407' }
  const before = await atlas.sheet(actor)
  assert.deepEqual(before.land.keptOf(free), { share: 'kept', areaM2: '9407' })
  now += 1_000
  const next = await atlas.sheet(actor)
  assert.equal(next.land.keptOf(free), undefined)
  assert.equal(next.land.keptOf({ id: ids.near, areaM2: '9407' })?.share, 'kept', 'another is kept on')
  assert.notEqual(next.tiles, before.tiles, 'no tile of the day before is served')
})

test('what is kept is marked on what its land is split into and joined to', async () => {
  const { analyst, ids } = await world()
  await tileOf(analyst)
  const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])
  const split = await analyst.call('POST', `/api/parcels/${ids.large}/split`, {
    ...{ revision: 1, line: [at(300, -10), at(300, 220)], apply: true, numbers: ['乙-1', '乙-2'] },
  })
  assert.equal(split.statusCode, 200, split.body)
  const [west, east] = split.json<Division>().parts.map(({ id }) => id ?? '')
  const { parcels } = await tileOf(analyst)
  assert.deepEqual(parcels, { [ids.near]: 'kept', [west ?? '']: 'kept', [east ?? '']: 'kept' })
  const [kept] = await cardOf(analyst, west ?? '')
  assert.deepEqual([kept?.project?.name, kept?.madeOn], ['密谈项目', '乙'])
  assert.deepEqual(await cardOf(analyst, ids.large), [], 'it is not there any more')

  const joined = await analyst.call('POST', '/api/parcels/merge', {
    ...{ parcels: [west, east].map((id) => ({ id, revision: 1 })), number: '乙-3', apply: true },
  })
  assert.equal(joined.statusCode, 200, joined.body)
  const { items } = (await analyst.call('GET', encodeURI('/api/parcels?q=乙-3'))).json<{
    items: { id: string }[]
  }>()
  assert.equal((await tileOf(analyst)).parcels[items[0]?.id ?? ''], 'kept')
})

test('a day of the past shows what was kept as it was recorded then', async () => {
  const { zone, analyst, ids } = await world()
  await database.asOwner(async (db) => {
    await sql`set local app.zone = ${sql.lit(zone.id)}`.execute(db)
    await db
      .updateTable('change')
      .set({ recordedFrom: new Date('2021-01-01T00:00:00Z') })
      .where('zoneId', '=', zone.id)
      .execute()
  })
  const [held] = await cardOf(analyst, ids.near)
  const path = `/api/projects/${held?.project?.id}/reservations/${held?.id}`
  assert.equal((await analyst.call('DELETE', path)).statusCode, 200)
  const [then, today] = ['?asOf=2021-06-01', `?asOf=${shanghaiDay(Date.now())}`]
  assert.deepEqual((await tileOf(analyst, then)).parcels, { [ids.near]: 'kept', [ids.large]: 'keptPart' })
  assert.deepEqual((await tileOf(analyst, '?asOf=2020-06-01')).parcels, {})
  assert.deepEqual((await tileOf(analyst, today)).parcels, { [ids.large]: 'keptPart' })
  assert.deepEqual((await cardOf(analyst, ids.near, then)).length, 1)
  assert.deepEqual((await cardOf(analyst, ids.near)).length, 0)
})

test('what is kept for a project is free on the map once it is lost', async () => {
  const { analyst, ids } = await world()
  const [held] = await cardOf(analyst, ids.near)
  assert.equal((await tileOf(analyst)).parcels[ids.near], 'kept')
  const edits = [{ projectId: held?.project?.id, field: 'standing', from: 'ongoing', to: 'lost' }]
  const saved = await analyst.call('PATCH', '/api/ledger', { edits })
  assert.deepEqual(saved.json<{ failures: unknown[] }>().failures, [])
  assert.equal((await tileOf(analyst)).parcels[ids.near], undefined)
  assert.deepEqual(await cardOf(analyst, ids.near), [])
})
