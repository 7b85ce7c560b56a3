import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../../server/database/connect.ts'

const lookEveryMs = 50

/**
 * A position behind which nothing can appear any more. Whoever writes into the log holds a lock on its table from
 * before it takes a position until its end. So: read the last position given out, then who holds such a lock; once
 * they have all ended, every position up to that one is committed or will never be. Nobody is held up by this; a
 * writer that began later has later positions. Undefined: some did not end in time.
 */
export async function findHorizon(database: Database, patienceMs: number): Promise<number | undefined> {
  const upTo = await lastPosition(database)
  const until = performance.now() + patienceMs
  const atWork = await listWriters(database)
  let waiting = atWork
  while (waiting.size > 0) {
    if (performance.now() > until) return undefined
    await wait(lookEveryMs)
    waiting = waiting.intersection(await listWriters(database))
  }
  return upTo
}

async function lastPosition(database: Database): Promise<number> {
  const { rows } = await database.asOwner((db) =>
    sql<{
      last: number
    }>`select case when is_called then last_value else last_value - 1 end as last from log_position`.execute(
      db,
    ),
  )
  return rows[0]?.last ?? 0
}

/** Transactions at work on the log, each by a name that no other ever has. */
async function listWriters(database: Database): Promise<Set<string>> {
  const { rows } = await database.asOwner((db) =>
    sql<{ name: string }>`
      select virtualtransaction as name from pg_locks
      where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
        and database = (select oid from pg_database where datname = current_database())
        and relation in ('change'::regclass, 'audit_event'::regclass)`.execute(db),
  )
  return new Set(rows.map((row) => row.name))
}

/** After a restore that forgot the sequence: positions must go on behind the last one sealed. */
export async function moveBehind(database: Database, position: number) {
  if ((await lastPosition(database)) < position)
    await database.asOwner((db) => sql`select setval('log_position', ${position})`.execute(db))
}
