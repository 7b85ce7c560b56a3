import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../test/database.ts'
import { loggedError } from './errors.ts'

const database = await openTestDatabase()
after(() => database.close())

test('the log does not hear what a failed statement was given', async () => {
  const secret = 'argon2id-of-somebody'
  const failing = database.asOwner((db) => sql`select ${secret}::text, 1 / ${0}::int`.execute(db))
  const error = await failing.then(
    () => assert.fail('it did not fail'),
    (one: Error) => one,
  )
  const logged = loggedError(error)
  assert.equal(logged.code, '22012')
  assert.ok(!JSON.stringify(logged).includes(secret))
})
