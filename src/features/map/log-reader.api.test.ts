import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildZone } from '../../../test/factories.ts'
import { insertRows } from '../../server/database/record.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import { LogReader } from './server/log-reader.ts'
import { touchedSince } from './server/queries.ts'

const database = await openTestDatabase()
after(() => database.close())
const entities = ['parcel', 'territory']

async function reading() {
  const zone = await buildZone(database)
  const asZone = { zoneId: zone.id, memberId: null }
  const open = () => database.within(asZone, (db) => LogReader.open(db, zone.id, entities))
  const next = async (reader: LogReader) =>
    (await database.within(asZone, (db) => reader.next(db, zone.id))).map(({ rowId }) => rowId)
  return { zone, asZone, open, next }
}

test('what is written is read once', async () => {
  const { zone, open, next } = await reading()
  await buildParcel(database, zone)
  const reader = await open()
  assert.deepEqual(await next(reader), [])
  for (let round = 0; round < 3; round++) {
    const ids = [await buildParcel(database, zone), await buildParcel(database, zone)]
    assert.deepEqual(await next(reader), ids)
    assert.deepEqual(await next(reader), [])
  }
})

// The embedded database has one connection: nothing is committed late there.
if (process.env['ZHANTU_TEST_DATABASE'])
  for (const when of ['before', 'after'] as const)
    test(`what a long transaction begun ${when} the reader commits late is read, far behind the end`, async () => {
      const { zone, asZone, open, next } = await reading()
      let reader = when === 'after' ? await open() : undefined
      const id = '00000000-0000-4000-8000-000000000002'
      const author = { ...asZone, at: new Date() }
      let commit = () => {}
      const isAsked = new Promise<void>((resolve) => {
        commit = resolve
      })
      let wrote = () => {}
      const isWritten = new Promise<void>((resolve) => {
        wrote = resolve
      })
      const late = database.within(asZone, async (db) => {
        await insertRows(db, author, 'territory', [{ id, name: '迟到片区' }])
        wrote()
        await isAsked
      })
      await isWritten
      const seen = async () => (reader ? await next(reader) : [])
      const many = Array.from({ length: 700 }, (_, at) => ({
        id: `00000000-0000-4000-8000-${String(at + 1000).padStart(12, '0')}`,
        name: `片区${at}`,
      }))
      await database.within(asZone, (db) => insertRows(db, author, 'territory', many))
      await seen()
      reader ??= await open()
      for (let round = 0; round < 3; round++) {
        const parcel = await buildParcel(database, zone)
        assert.deepEqual(await next(reader), [parcel])
      }
      commit()
      await late
      assert.deepEqual(await next(reader), [id])
      assert.deepEqual(await next(reader), [])
      const all = await database.within(asZone, (db) => touchedSince(db, zone.id, entities, 0))
      assert.equal(all.length, 704)
    })
