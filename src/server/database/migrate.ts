import { readdir, readFile } from 'node:fs/promises'
import type { Connections } from './connect.ts'

const folder = new URL('./migrations/', import.meta.url)
const migrationLock = 7_300_001

/** Applies each numbered .sql file once, in order, each in its own transaction. Servers starting together wait for one another. */
export async function migrate(connections: Connections): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file)).sort()
  return connections.use(async (session) => {
    await session.query('select pg_advisory_lock($1)', [migrationLock])
    try {
      await session.query(
        'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
        [],
      )
      const { rows } = await session.query('select name from migration order by name', [])
      const done = new Set(rows.map((row) => row['name']))
      const unknown = [...done].filter((name) => !files.includes(String(name)))
      if (unknown.length > 0)
        throw new Error(
          `This database was made by a newer version of Zhantu (${unknown.join(', ')}). Start that version, or a copy of the data from before it.`,
        )
      const applied: string[] = []
      for (const name of files.filter((file) => !done.has(file))) {
        const text = await readFile(new URL(name, folder), 'utf8')
        try {
          await session.script(`begin;\n${text}\ninsert into migration (name) values ('${name}');\ncommit;`)
        } catch (error) {
          await session.script('rollback')
          throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
        }
        applied.push(name)
      }
      return applied
    } finally {
      await session.query('select pg_advisory_unlock($1)', [migrationLock])
    }
  })
}
