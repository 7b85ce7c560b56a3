import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Not a superuser's to end: the server's own vacuum, which is through in a moment. */
const notOurs = '42501'
const tries = 100

/** Drops a database of a test's own, whoever is still connected. */
export async function dropDatabase(server: string, name: string) {
  const client = new pg.Client(server)
  await client.connect()
  try {
    for (let left = tries; ; left--)
      try {
        await client.query(`drop database if exists ${name} with (force)`)
        return
      } catch (error) {
        if ((error as { code?: string }).code !== notOurs || left === 0) throw error
        await wait(100)
      }
  } finally {
    await client.end()
  }
}
