import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Connections, Session } from './connect.ts'
import { lockFolder } from './folder-lock.ts'

const upkeepSeconds = 60
const oids = { int8: 20, date: 1082, numeric: 1700 }

type FileSystem = {
  lookupPath(path: string): {
    node: { mount: { type: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
  }
}

/**
 * PGlite starts with fsync off, and its Node file system has none to offer: a lost machine would lose
 * commits. So fsync is turned on and given to it. One real fsync a commit, 0.5 ms here.
 */
function syncToDisk(pglite: PGlite) {
  const files = (pglite as unknown as { Module: { FS: FileSystem } }).Module.FS
  files.lookupPath('/pglite/data').node.mount.type.stream_ops.fsync = (stream) => {
    fsyncSync(stream.nfd)
    return 0
  }
}

export const durableParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on', '-c', 'timezone=UTC'],
]

const options = {
  parsers: {
    [oids.int8]: Number,
    [oids.date]: (text: string) => text,
    [oids.numeric]: (text: string) => text,
  },
}

/** The embedded database: one process and one connection, in `folder`, or in memory from a template for tests. */
export async function openEmbedded(
  place: { folder: string } | { template: Blob | undefined },
): Promise<Connections> {
  if ('template' in place) {
    const pglite = await PGlite.create({
      ...options,
      ...(place.template ? { loadDataDir: place.template } : {}),
    })
    return embeddedConnections(pglite, () => pglite.close())
  }
  mkdirSync(place.folder, { recursive: true })
  const release = lockFolder(place.folder)
  try {
    const pglite = await PGlite.create({
      ...options,
      dataDir: join(place.folder, 'database'),
      startParams: durableParams,
    })
    syncToDisk(pglite)
    // A new folder was filled before fsync was there: bring all of it to disk once.
    await pglite.exec('checkpoint')
    syncFolder(place.folder)
    const connections = embeddedConnections(pglite, async () => {
      clearInterval(upkeep)
      await pglite.close()
      release()
    })
    const upkeep = setInterval(
      () => void connections.upkeep?.().catch(() => undefined),
      upkeepSeconds * 1000,
    ).unref()
    return connections
  } catch (error) {
    release()
    throw error
  }
}

/**
 * What autovacuum does elsewhere: without fresh statistics the planner joins large lists pair by pair, and without a
 * checkpoint the log only grows. The thresholds are PostgreSQL's own.
 */
async function keepUp(session: Session) {
  await session.query('select pg_stat_force_next_flush()', [])
  const { rows } = await session.query(
    `select relname as name, n_dead_tup > 50 + 0.2 * n_live_tup as worn from pg_stat_user_tables
     where n_mod_since_analyze > 50 + 0.1 * n_live_tup or n_dead_tup > 50 + 0.2 * n_live_tup`,
    [],
  )
  for (const { name, worn } of rows)
    await session.query(`${worn ? 'vacuum analyze' : 'analyze'} "${String(name)}"`, [])
  if (rows.length > 0) await session.query('checkpoint', [])
}

function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function embeddedConnections(pglite: PGlite, close: () => Promise<void>): Connections {
  let last: Promise<unknown> = Promise.resolve()
  const session: Session = {
    async query(text, values) {
      const { rows, affectedRows } = await pglite.query<Record<string, unknown>>(text, [...values])
      return { rows, count: affectedRows ?? rows.length }
    },
    async script(text) {
      await pglite.exec(text)
    },
  }
  return {
    kind: 'embedded',
    // One connection: whoever comes second waits until the first is done.
    use(work) {
      const turn = last.then(() => work(session))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      await last
      await close()
    },
    dump: async () => pglite.dumpDataDir('none'),
    upkeep() {
      return this.use(keepUp)
    },
  }
}
