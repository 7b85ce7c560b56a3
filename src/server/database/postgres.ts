import pg from 'pg'
import type { Connections, Session, Standing } from './connect.ts'
import { openChannel } from './postgres-channel.ts'

const { builtins } = pg.types
const types = new pg.TypeOverrides()
types.setTypeParser(builtins.INT8, Number)
types.setTypeParser(builtins.DATE, (text) => text)

/** A PostgreSQL at `url`. Statements are pipelined: a transaction's opening travels with its first query. */
export async function openPostgres(url: string, size = 10): Promise<Connections> {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    pipeline: true,
    application_name: 'zhantu',
  } as pg.PoolConfig)
  pool.on('error', (error) => console.error(`A database connection was lost: ${error.message}`))
  // The pool listens to idle clients alone; without this, one that is lost at work would end the whole server.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    kind: 'postgres',
    async use(work) {
      const client = await pool.connect()
      try {
        const result = await work(sessionOf(client))
        client.release()
        return result
      } catch (error) {
        // After a failed roll-back or a lost line nobody knows what state it is in.
        const lost = (client as unknown as { _queryable?: boolean })._queryable === false
        client.release(lost)
        throw lost
          ? Object.assign(new Error('The line to the database broke.', { cause: error }), lineLost)
          : error
      }
    },
    channel: openChannel(
      url,
      async (text) => void (await pool.query("select pg_notify('zhantu', $1)", [text])),
    ),
    close: () => pool.end(),
  }
}

/** As the system calls it: the driver gives a broken line no code. */
const lineLost = { code: 'ECONNRESET' }

const namesKept = 2000
const names = new Map<Standing | undefined, Map<string, string>>()
let named = 0

/** Statements are prepared once a connection and standing, under a name of their own. */
function nameOf(text: string, standing: Standing | undefined) {
  const ofStanding = names.get(standing) ?? new Map<string, string>()
  names.set(standing, ofStanding)
  let name = ofStanding.get(text)
  if (!name && named < namesKept) {
    name = `s${named++}`
    ofStanding.set(text, name)
  }
  return name
}

function sessionOf(client: pg.PoolClient): Session {
  return {
    async query(text, values, standing) {
      const name = nameOf(text, standing)
      const result = await client.query({ text, values: [...values], ...(name ? { name } : {}) })
      return { rows: result.rows, count: result.rowCount ?? result.rows.length }
    },
    async script(text) {
      await client.query(text)
    },
  }
}
