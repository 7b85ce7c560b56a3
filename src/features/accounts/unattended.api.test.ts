import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'

mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-05-20T09:00:00+08:00') })
const minutes = (count: number) => mock.timers.setTime(Date.now() + count * 60_000)
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-unattended-')))
after(async () => {
  await app.close()
  await database.close()
})
const alone = { 'x-zhantu-unattended': '1' }

test('what a wall asks while nobody is there keeps no session open', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const ask = async (headers?: Record<string, string>) =>
    (await officer.call('GET', '/api/map', undefined, headers)).statusCode
  minutes(20)
  assert.equal(await ask(alone), 200)
  minutes(9)
  assert.equal(await ask(alone), 200)
  minutes(2)
  assert.equal(await ask(alone), 401)
})

test('what is taken out of the house is taken by somebody, whatever the request says', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  for (const address of [
    '/api/ledger/export.xlsx',
    '/api/buildings/export.xlsx',
    '/api/parcels/export?format=geojson',
  ]) {
    minutes(20)
    assert.notEqual((await analyst.call('GET', address, undefined, alone)).statusCode, 401, address)
  }
})

test('somebody who is there keeps it open, and a write is always somebody', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  minutes(20)
  assert.equal((await officer.call('GET', '/api/map')).statusCode, 200)
  minutes(20)
  const view = { name: '墙', scope: 'own', state: {} }
  assert.notEqual((await officer.call('POST', '/api/views', view, alone)).statusCode, 401)
  minutes(20)
  assert.equal((await officer.call('GET', '/api/map', undefined, alone)).statusCode, 200)
})
