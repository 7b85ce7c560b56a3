import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { BattleChart } from '../charts/contract.ts'
import type { LitProjects } from './contract.ts'

mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-05-20T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-lit-')))
after(async () => {
  await app.close()
  await database.close()
})

const get = async <T>(who: Caller, address: string) => {
  const response = await who.call('GET', address)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<T>()
}
const late = { stage: 'signed', 'started.plan': '2021-11-10' }

test('lights are counted as the battle chart shows them, and listed with why, the largest first', async () => {
  const zone = await buildZone(database)
  const small = await buildProject(database, zone, { ...late, totalInvestment: '20000' })
  const large = await buildProject(database, zone, {
    ...late,
    totalInvestment: '900000',
    corps: zone.corps.b,
  })
  await buildProject(database, zone, { stage: 'signed', 'started.plan': '2022-09-01' })
  const director = await signIn(app, zone, 'director')
  const all = await get<LitProjects>(director, '/api/lights')
  const chart = await get<BattleChart>(director, '/api/battle-chart')
  for (const light of ['green', 'yellow', 'red', 'grey'] as const) {
    const charted = chart.items.filter((row) => row.light === light)
    assert.equal(all.counts[light], charted.length, light)
    for (const { corpsId, counts } of all.byCorps)
      assert.equal(counts[light], charted.filter((row) => row.corpsId === corpsId).length)
  }
  assert.equal(all.total, 3)
  const red = await get<LitProjects>(director, '/api/lights?light=red&limit=1')
  assert.deepEqual(
    red.items.map(({ id, totalInvestment }) => [id, totalInvestment]),
    [[large, '900000']],
  )
  assert.equal(red.total, 2)
  assert.equal(red.items[0]?.reason.code, 'milestoneLate')
  const next = await get<LitProjects>(director, '/api/lights?light=red&limit=1&offset=1')
  assert.deepEqual(
    next.items.map(({ id }) => id),
    [small],
  )
})

test('what one may not know of is neither listed nor counted; another zone is not there; the past is lit as it was', async () => {
  const zone = await buildZone(database)
  const other = await buildZone(database)
  await buildProject(database, other, late)
  await buildProject(database, zone, { ...late, stage: 'negotiating', corps: zone.corps.b })
  const [director, officer] = [await signIn(app, zone, 'director'), await signIn(app, zone, 'officer')]
  assert.equal((await get<LitProjects>(director, '/api/lights')).total, 1)
  const own = await get<LitProjects>(officer, '/api/lights')
  assert.deepEqual([own.total, own.byCorps, own.counts.red], [0, [], 0])
  assert.equal((await get<LitProjects>(director, '/api/lights?asOf=2022-05-19')).total, 0)
  const auditor = await signIn(app, zone, 'auditor')
  assert.equal((await auditor.call('GET', '/api/lights')).statusCode, 403)
})
