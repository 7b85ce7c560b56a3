import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { dropDatabase } from '../drop-database.ts'
import { sampleFolder } from './sample-folder.ts'
import { type Server, startServer } from './server-process.ts'

/**
 * A server of this file's own with the sample zone: on a copy of the folder that all share, or on a new database of
 * the PostgreSQL that ZHANTU_TEST_DATABASE names.
 */
export async function openSample(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'zhantu-journey-'))
  const postgres = process.env['ZHANTU_TEST_DATABASE']
  const database = postgres ? await newDatabase(postgres) : undefined
  if (!database) cpSync(await sampleFolder(), folder, { recursive: true })
  const server = await startServer({ ZHANTU_DATA: folder, DATABASE_URL: database?.url ?? '' })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function newDatabase(postgres: string) {
  const name = `zhantu_journey_${process.pid}`
  const say = async (statement: string) => {
    const client = new pg.Client(postgres)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await say(`create database ${name}`)
  return {
    url: Object.assign(new URL(postgres), { pathname: `/${name}` }).href,
    drop: () => dropDatabase(postgres, name),
  }
}
