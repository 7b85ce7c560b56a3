import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { updateRows } from '../../server/database/record.ts'
import { addMonths, shanghaiDay } from '../../shared/days.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { LeaseInput } from './contract.ts'
import { csv, officeOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-leases-')))
after(async () => {
  await app.close()
  await database.close()
})
const today = shanghaiDay(Date.now())

/** One corps holds the land, another has the project. */
async function world() {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const territory = { name: '片区', unitId: zone.corps.b, fromOn: '2020-01-01' }
  const { id: territoryId } = (await director.call('POST', '/api/territories', territory)).json()
  await buildParcel(database, zone, { number: 'DK-1', territoryId })
  const office = officeOf(app, await signIn(app, zone, 'analyst'))
  await office.bring(csv([['A座', 1, '101', 500, 'DK-1']], '楼宇,楼层,房号,建筑面积,地块编号'))
  const roomId = (await office.rooms()).items[0]?.id ?? ''
  const hold = async (input: Omit<LeaseInput, 'roomIds'>): Promise<string> => {
    const response = await office.lease({ roomIds: [roomId], ...input })
    assert.equal(response.statusCode, 201, response.body)
    return response.json().items[0].id
  }
  return { zone, director, office, roomId, hold }
}

test('a lease to the last day that there is never comes free, and a year of three digits is none', async () => {
  const { director, office, roomId, hold } = await world()
  const slip = { roomIds: [roomId], kind: 'lease' as const, fromOn: '0202-03-01' }
  assert.equal((await office.lease(slip)).statusCode, 400)
  await hold({ kind: 'lease', tenant: '甲公司', fromOn: today, toOn: '9999-12-31' })
  const [room] = (await office.rooms()).items
  assert.deepEqual([room?.state, room?.freeOn, room?.lease?.toOn], ['leased', null, '9999-12-31'])
  assert.equal((await office.building('A座')).nextEndOn, '9999-12-31')
  const exported = await director.call('GET', '/api/buildings/export.xlsx')
  assert.equal(exported.statusCode, 200)
  assert.equal((await office.upload(exported.rawPayload, '楼宇.xlsx')).counts.unchanged, 1)
})

test('whoever may not know for whom a room is held sees that it is, neither number nor rent, and leaves it', async () => {
  const { zone, director, roomId, hold } = await world()
  const corps = zone.corps.a
  const projectId = await buildProject(database, zone, {
    name: '未签约的秘密项目',
    stage: 'negotiating',
    corps,
  })
  const terms = { contractNo: '秘密项目-001', rent: '12', rentUnit: 'month' as const }
  const id = await hold({ kind: 'reservation', projectId, fromOn: today, ...terms })
  const outside = await signIn(app, zone, 'commander2')
  const room = (await outside.call('GET', `/api/rooms/${roomId}`)).json()
  for (const lease of [room.lease, room.leases[0]])
    assert.deepEqual(
      [lease.isVeiled, lease.tenant, lease.projectId, lease.contractNo, lease.rent, lease.rentUnit],
      [true, null, null, null, null, null],
    )
  assert.ok(!(await outside.call('GET', '/api/rooms')).body.includes('秘密'))
  const later = addMonths(today, 24)
  const tried = [
    await outside.call('PATCH', `/api/leases/${id}`, { revision: 1, toOn: later }),
    await outside.call('DELETE', `/api/leases/${id}?revision=1`),
  ]
  for (const { statusCode, body } of tried) {
    assert.equal(statusCode, 403, body)
    assert.ok(!body.includes(projectId) && !body.includes('秘密'), body)
  }
  const guess = { roomIds: [roomId], kind: 'reservation', projectId, fromOn: later }
  const guessed = await outside.call('POST', '/api/leases', guess)
  assert.deepEqual([guessed.statusCode, guessed.body.includes(projectId)], [404, false])
  const known = (await director.call('GET', `/api/rooms/${roomId}`)).json().lease
  assert.deepEqual(
    [known.isVeiled, known.contractNo, known.rent, known.rentUnit],
    [false, '秘密项目-001', '12', 'month'],
  )
})

test('a lease of a project that was removed does not name it, and can be ended or given a tenant', async () => {
  const { zone, director, office, roomId, hold } = await world()
  const projectId = await buildProject(database, zone, { name: '误录的项目' })
  const id = await hold({ kind: 'reservation', projectId, fromOn: today, contractNo: 'HT-1' })
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const gone = { id: projectId, revision: 1, set: { removedAt: author.at } }
  await database.within(author, (db) => updateRows(db, author, 'project', [gone], 'remove'))
  const seen = (await director.call('GET', `/api/rooms/${roomId}`)).json().lease
  assert.deepEqual([seen.isVeiled, seen.tenant, seen.projectId, seen.contractNo], [false, null, null, 'HT-1'])
  const beside = await office.lease({ roomIds: [roomId], kind: 'lease', tenant: '乙', fromOn: today })
  assert.equal(beside.statusCode, 409)
  assert.ok(!beside.body.includes('误录的项目'), beside.body)
  const patch = { revision: 1, tenant: '甲公司', toOn: addMonths(today, 1) }
  const changed = await director.call('PATCH', `/api/leases/${id}`, patch)
  assert.equal(changed.statusCode, 200, changed.body)
  assert.deepEqual([changed.json().lease.tenant, changed.json().lease.toOn], ['甲公司', patch.toOn])
})

test('a text that is only blanks is refused, for leases, rooms and buildings; blanks around one are not kept', async () => {
  const { director, office, roomId, hold } = await world()
  const blank = '“tenant”的值“ 　”：不能只有空格。'
  const lease = { roomIds: [roomId], kind: 'lease' as const, fromOn: today }
  const refused = await office.lease({ ...lease, tenant: ' 　' })
  assert.deepEqual([refused.statusCode, refused.json().message], [400, blank])
  assert.equal((await office.lease({ ...lease, tenant: '甲', contractNo: '\t' })).statusCode, 400)
  const id = await hold({ kind: 'lease', fromOn: today, tenant: ' 甲公司 ', contractNo: ' A-1 ' })
  const patched = await director.call('PATCH', `/api/leases/${id}`, { revision: 1, tenant: '  ' })
  assert.deepEqual([patched.statusCode, patched.json().code], [400, 'invalid_input'])
  const { lease: kept, buildingId } = (await director.call('GET', `/api/rooms/${roomId}`)).json()
  assert.deepEqual([kept.tenant, kept.contractNo, kept.revision], ['甲公司', 'A-1', 1])
  for (const [address, fields] of [
    [`/api/rooms/${roomId}`, ['number', 'use', 'note']],
    [`/api/buildings/${buildingId}`, ['name', 'address', 'owner', 'note']],
  ] as const)
    for (const field of fields) {
      const answer = await director.call('PATCH', address, { revision: 1, [field]: '  ' })
      assert.equal(answer.statusCode, 400, `${field}: ${answer.body}`)
    }
  const named = await director.call('PATCH', `/api/rooms/${roomId}`, {
    revision: 1,
    use: ' 研发 ',
    note: null,
  })
  assert.deepEqual([named.json().use, named.json().note], ['研发', null])
})
