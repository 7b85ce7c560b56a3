import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Where a server under measure keeps its data: its own folder, and its own database if it is PostgreSQL. */
export type Place = { kind: 'embedded' | 'PostgreSQL'; folder: string; url?: string; remove(): Promise<void> }
export type PlaceMaker = (name: string) => Promise<Place>

const newFolder = () => mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'zhantu-bench-'))

async function embedded(): Promise<Place> {
  const folder = newFolder()
  return { kind: 'embedded', folder, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

const postgres =
  (server: string): PlaceMaker =>
  async (name) => {
    const folder = newFolder()
    const database = `zhantu_bench_${name}`
    const tell = async (...statements: string[]) => {
      const client = new pg.Client(server)
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }
    await tell(`drop database if exists ${database} with (force)`, `create database ${database}`)
    return {
      kind: 'PostgreSQL',
      folder,
      url: Object.assign(new URL(server), { pathname: `/${database}` }).href,
      remove: async () => {
        rmSync(folder, { recursive: true, force: true })
        await tell(`drop database ${database} with (force)`)
      },
    }
  }

/** The embedded database, and PostgreSQL if BENCH_DATABASE names a server; BENCH_ONLY leaves one of them. */
export function placeMakers(): PlaceMaker[] {
  const server = process.env['BENCH_DATABASE']
  const only = process.env['BENCH_ONLY']
  if (!server) console.log('BENCH_DATABASE is not set: PostgreSQL is left out.')
  return [
    ...(only === 'postgres' ? [] : [embedded]),
    ...(server && only !== 'embedded' ? [postgres(server)] : []),
  ]
}
