import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildZone } from '../../../test/factories.ts'
import { insertRows } from '../../server/database/record.ts'
import { isAvailable } from './model/digest.ts'
import { findHorizon } from './server/horizon.ts'
import { keepRounds } from './server/sealer.ts'
import { verifyZone } from './server/verify-zone.ts'

const database = await openTestDatabase()
after(() => database.close())
const round = keepRounds(database, { algorithm: 'sha256' })
const verify = (zoneId: string) => verifyZone(database, zoneId, { memberId: null })

/** The embedded database has one connection: nobody can be at work beside the sealer. */
const testSeveral = database.kind === 'embedded' ? () => undefined : test

testSeveral('a row whose transaction commits late is not missed', async () => {
  const zone = await buildZone(database)
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  let commit = () => undefined as undefined
  const held = new Promise<undefined>((resolve) => {
    commit = () => resolve(undefined) as undefined
  })
  const late = database.within(author, async (db) => {
    await insertRows(db, author, 'project', [{ id: uuidv7(), name: '迟到的' }])
    await held
  })
  await wait(300)
  await buildProject(database, zone, { name: '先到的' }) // has a later position, and commits first
  assert.equal(await findHorizon(database, 200), undefined) // not sealed past the one at work
  const waiting = round(20_000)
  await wait(200)
  await buildProject(database, zone, { name: '期间的' }) // nobody waits for the sealer
  commit()
  await late
  await waiting
  await round(20_000)
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.equal(found.unsealed, 0)
})

testSeveral('transactions end while others begin: the sealer waits for none of the new ones', async () => {
  const zone = await buildZone(database)
  let busy = true
  const writers = Array.from({ length: 4 }, async () => {
    while (busy) await buildProject(database, zone)
  })
  for (let n = 0; n < 5; n++) assert.notEqual(await round(20_000), undefined)
  busy = false
  await Promise.all(writers)
  await round(20_000)
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.equal(found.unsealed, 0)
})

test('two servers sealing at once make one chain', async () => {
  const zone = await buildZone(database)
  const other = keepRounds(database, { algorithm: 'sha256' })
  for (let n = 0; n < 6; n++) {
    for (let each = 0; each < 5; each++) await buildProject(database, zone)
    await Promise.all([round(20_000), other(20_000)])
  }
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.equal(found.unsealed, 0)
})

test('a zone may change its algorithm; older seals still hold', { skip: !isAvailable('sm3') }, async () => {
  const zone = await buildZone(database)
  await round(20_000)
  await buildProject(database, zone)
  await keepRounds(database, { algorithm: 'sm3' })(20_000)
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.equal(found.last?.algorithm, 'sm3')
})

test('a clock set back leaves the order of the log, and is told of in it once', async () => {
  const zone = await buildZone(database)
  await round(20_000)
  const before = (await verify(zone.id)).last?.sealedAt ?? ''
  const early = keepRounds(database, { algorithm: 'sha256', now: () => new Date(Date.now() - 3_600_000) })
  await buildProject(database, zone)
  await early(20_000)
  await early(20_000)
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.ok((found.last?.sealedAt ?? '') >= before)
  const { rows } = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    sql<{
      detail: { minutes: number }
    }>`select detail from audit_event where zone_id = ${zone.id} and kind = 'clockSetBack'`.execute(db),
  )
  assert.deepEqual(
    rows.map((row) => row.detail.minutes),
    [60],
  )
})

test('a restore that forgot the order goes on behind what is sealed', async () => {
  const zone = await buildZone(database)
  await round(20_000)
  await database.asOwner((db) => sql`select setval('log_position', 1)`.execute(db))
  await keepRounds(database, { algorithm: 'sha256' })(20_000)
  await buildProject(database, zone)
  await round(20_000)
  const found = await verify(zone.id)
  assert.equal(found.fault, null)
  assert.equal(found.unsealed, 0)
})
