import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-guests-')))
after(async () => {
  await app.close()
  await database.close()
})

test('a named guest sees an unsigned project for as long as they are named', async () => {
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '密谈', stage: 'negotiating' })
  const officer = await signIn(app, zone, 'officer')
  const guest = await signIn(app, zone, 'commander2')
  const memberId = zone.memberIds['commander2'] ?? ''
  const looks = async () => (await guest.call('GET', `/api/projects/${id}`)).statusCode
  const guests = `/api/projects/${id}/guests`
  assert.equal(await looks(), 404)
  assert.equal((await guest.call('POST', guests, { memberId })).statusCode, 404)

  assert.equal((await officer.call('POST', guests, { memberId })).statusCode, 204)
  assert.equal((await officer.call('POST', guests, { memberId })).statusCode, 409)
  assert.equal(await looks(), 200)
  assert.deepEqual((await officer.call('GET', guests)).json().items, [{ memberId, name: 'commander2同志' }])
  // A guest reads; naming others is for those who may change the project.
  assert.equal((await guest.call('POST', guests, { memberId: zone.memberIds['promoter'] })).statusCode, 403)

  assert.equal((await officer.call('DELETE', `${guests}/${memberId}`)).statusCode, 204)
  assert.equal((await officer.call('DELETE', `${guests}/${memberId}`)).statusCode, 404)
  assert.equal(await looks(), 404)
  assert.equal((await officer.call('POST', guests, { memberId })).statusCode, 204)
  assert.equal(await looks(), 200)
})

test('nobody is named who is not of the zone', async () => {
  const [zone, other] = [await buildZone(database), await buildZone(database)]
  const id = await buildProject(database, zone, { stage: 'lead' })
  const officer = await signIn(app, zone, 'officer')
  for (const memberId of [other.memberIds['officer'], id])
    assert.equal((await officer.call('POST', `/api/projects/${id}/guests`, { memberId })).statusCode, 404)
})
