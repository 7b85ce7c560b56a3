import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { connect, type Database } from '../src/server/database/connect.ts'
import { openEmbedded } from '../src/server/database/embedded.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openPostgres } from '../src/server/database/postgres.ts'
import { dropDatabase } from './drop-database.ts'

const migrations = new URL('../src/server/database/migrations/', import.meta.url)
const cache = new URL('../.cache/', import.meta.url)
const schemaHash = () => {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(new URL(name, migrations)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * A migrated, empty database of this test file's own: embedded, or on the server that ZHANTU_TEST_DATABASE
 * names (a URL of its maintenance database), cloned from a template that the first to come makes.
 */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env['ZHANTU_TEST_DATABASE']
  return server ? onPostgres(server) : embedded()
}

async function embedded(): Promise<Database> {
  const file = new URL(`template-${schemaHash()}.tar`, cache)
  if (!existsSync(file)) {
    const connections = await openEmbedded({ template: undefined })
    await migrate(connections)
    const dump = await connections.dump?.()
    if (dump) {
      mkdirSync(cache, { recursive: true })
      const own = new URL(`template-${process.pid}.part`, cache)
      writeFileSync(own, Buffer.from(await dump.arrayBuffer()))
      renameSync(own, file)
    }
    return connect(connections)
  }
  return connect(await openEmbedded({ template: new Blob([readFileSync(file)]) }))
}

async function onPostgres(server: string): Promise<Database> {
  const template = `zhantu_template_${schemaHash()}`
  const name = `zhantu_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const client = new pg.Client(server)
  await client.connect()
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  await client.query('select pg_advisory_lock(7300002)')
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (!rowCount) {
    await client.query(`create database ${template}_new`)
    const connections = await openPostgres(urlOf(`${template}_new`), 1)
    await migrate(connections)
    await connections.close()
    await client.query(`alter database ${template}_new rename to ${template}`)
  }
  await client.query(`create database ${name} template ${template}`)
  await client.query('select pg_advisory_unlock(7300002)')
  await client.end()
  const database = connect(await openPostgres(urlOf(name), 5))
  return {
    ...database,
    close: async () => {
      await database.close()
      await dropDatabase(server, name)
    },
  }
}
