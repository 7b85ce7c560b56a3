import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import type { Actor } from '../../server/access.ts'
import { keepLive } from '../../server/live.ts'
import { keepAtlas } from './server/atlas.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-atlas-')))
const live = keepLive(database)
after(async () => {
  await live.close()
  await app.close()
  await database.close()
})

test('at midnight in Shanghai a map shows who holds a territory from then on', async () => {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const ring = [
    [120.26, 30.18],
    [120.28, 30.18],
    [120.28, 30.19],
    [120.26, 30.18],
  ]
  const boundary = { type: 'Polygon', coordinates: [ring] }
  const given = { name: '市北片区', unitId: zone.corps.a, fromOn: '2030-01-02', boundary }
  const made = await director.call('POST', '/api/territories', given)
  assert.equal(made.statusCode, 201, made.body)
  let now = Date.parse('2030-01-01T23:59:59+08:00')
  const atlas = keepAtlas(database, live, () => now)
  const actor = { zoneId: zone.id, memberId: zone.memberIds['director'], reach: 'zone' } as Actor
  const holder = async () => (await atlas.sheet(actor)).land.territories.map(({ unit }) => unit)
  assert.deepEqual(await holder(), [null])
  now += 1_000
  assert.deepEqual(await holder(), ['市北兵团'])
  const today = await atlas.sheet(actor)
  now += 1_000
  assert.equal(await atlas.sheet(actor), today, 'and is not loaded again that day')
})
