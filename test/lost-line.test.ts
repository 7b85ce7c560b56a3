import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { databaseProblem } from '../src/server/database/problems.ts'
import { openTestDatabase } from './database.ts'

// The embedded database has no line to lose.
if (process.env['ZHANTU_TEST_DATABASE'])
  test('a line lost at work fails what was on it, and nothing else', async () => {
    const database = await openTestDatabase()
    const zone = { zoneId: '00000000-0000-4000-8000-000000000001', memberId: null }
    const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    const waiting = [1, 2].map(() => database.within(zone, (db) => sql`select pg_sleep(20)`.execute(db)))
    const asleep = sql<{ many: number }>`select count(*) as many from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`
    for (let look = 0; look < 100; look++) {
      const { rows } = await database.asOwner((db) => asleep.execute(db))
      if (rows[0]?.many === waiting.length) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const [, ...lost] = await Promise.allSettled([database.asOwner((db) => cut.execute(db)), ...waiting])
    for (const one of lost) {
      assert.equal(one.status, 'rejected')
      assert.equal(databaseProblem((one.reason as { code: string }).code)?.code, 'busy', String(one.reason))
    }
    const { rows } = await database.asOwner((db) => sql<{ one: number }>`select 1 as one`.execute(db))
    assert.equal(rows[0]?.one, 1)
    await database.close()
  })
