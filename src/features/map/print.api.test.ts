import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { Print } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-print-')))
after(async () => {
  await app.close()
  await database.close()
})

const bounds = '120.2,30.1,120.4,30.3'
const sheet = { bounds, title: '战图', paper: 'a3', dpi: 150, scale: 25_000, format: 'pdf' }

async function world() {
  const zone = await buildZone(database)
  await buildParcel(database, zone, { number: 'DK-1', status: 'reserve' })
  await buildProject(database, zone, { name: '已签约', stage: 'signed', parcelNo: 'DK-1' })
  await buildProject(database, zone, { name: '在谈', stage: 'negotiating', parcelNo: 'DK-1' })
  return { zone, director: await signIn(app, zone, 'director') }
}
async function printed(caller: Caller, more: object = {}): Promise<Print> {
  const response = await caller.call('POST', '/api/map/prints', { ...sheet, ...more })
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}
const legendOf = async (caller: Caller, query = '') =>
  (await caller.call('GET', `/api/map/legend?bounds=${bounds}${query}`)).json()

test('the legend on paper counts what that of the screen counts, for each person', async () => {
  const { zone, director } = await world()
  const others = await signIn(app, zone, 'commander2')
  for (const [caller, count] of [
    [director, 2],
    [others, 1],
  ] as const) {
    const { legend } = await printed(caller)
    assert.deepEqual(legend, await legendOf(caller))
    assert.deepEqual([legend.projects, legend.parcels[0]?.count], [count, 1])
  }
  const elsewhere = await printed(director, { bounds: '121.2,30.1,121.4,30.3' })
  assert.deepEqual([elsewhere.legend.projects, elsewhere.legend.parcels.length], [0, 0])
})

test('a sheet leaves by a right of its own, with a number that the log has', async () => {
  const { zone, director } = await world()
  for (const login of ['officer', 'auditor'])
    assert.equal(
      (await (await signIn(app, zone, login)).call('POST', '/api/map/prints', sheet)).statusCode,
      403,
      login,
    )
  assert.equal((await app.inject({ method: 'POST', url: '/api/map/prints', body: sheet })).statusCode, 401)
  const print = await printed(director, { chain: '生命健康', format: 'paper' })
  const auditor = await signIn(app, zone, 'auditor')
  const { items } = (await auditor.call('GET', `/api/audit?record=${print.id}`)).json()
  assert.equal(items.length, 1)
  assert.deepEqual(
    [items[0].kind, items[0].entity, items[0].actor.name, items[0].detail],
    [
      'export',
      'map',
      print.name,
      {
        filter: { bounds, chain: '生命健康', title: '战图', sheet: 'a3 150 dpi 1:25000', format: 'paper' },
        rows: 1,
      },
    ],
  )
  assert.equal(print.login, 'director')
})

test('a sheet of a past day counts that day, and one to come is refused', async () => {
  const { director } = await world()
  const yesterday = addDays(shanghaiDay(Date.now()), -1)
  const { legend } = await printed(director, { day: yesterday })
  assert.deepEqual(legend, await legendOf(director, `&asOf=${yesterday}`))
  assert.deepEqual([legend.projects, legend.parcels.length], [0, 0])
  const tomorrow = addDays(shanghaiDay(Date.now()), 1)
  const refused = await director.call('POST', '/api/map/prints', { ...sheet, day: tomorrow })
  assert.equal(refused.statusCode, 400)
  for (const bad of [
    { title: '' },
    { paper: 'b5' },
    { dpi: 5 },
    { scale: 0 },
    { bounds: '1,2' },
    { more: 1 },
  ])
    assert.equal((await director.call('POST', '/api/map/prints', { ...sheet, ...bad })).statusCode, 400)
})

test('another zone counts its own alone, and what is made up is said to be', async () => {
  await world()
  const zone = await buildZone(database)
  const stranger = await signIn(app, zone, 'director')
  assert.equal((await printed(stranger)).legend.isIllustrative, false)
  await buildParcel(database, zone, { number: 'DK-2', provenance: 'illustrative' })
  const { legend } = await printed(stranger)
  assert.deepEqual([legend.projects, legend.parcels[0]?.count, legend.isIllustrative], [0, 1, true])
})
