import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import { compiled } from './compile-sql.ts'
import type { Tables } from './tables.generated.ts'
import { inTransaction, isOpen, keepListeners, type Written } from './written.ts'

/** An open transaction inside one zone: every query function takes one, first. */
export type Db = Kysely<Tables>

export type Session = {
  /** Statements are planned once for each `standing`: a plan made under one role and path is no use under another. */
  query(
    text: string,
    values: readonly unknown[],
    standing?: Standing,
  ): Promise<{ rows: Record<string, unknown>[]; count: number }>
  /** Several statements at once, never with anything a person typed. */
  script(text: string): Promise<void>
}
/** As what a statement is read: knowing the whole zone, or bound by need to know; of today, or of the past. */
export type Standing = 'whole' | 'narrow' | 'wholePast' | 'narrowPast'
export type Connections = {
  kind: 'embedded' | 'postgres'
  use<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
  /** The whole data folder as one file, of the embedded database only. */
  dump?: () => Promise<Blob | File>
  /** Brings statistics and log up to date after large writes, of the embedded database only. */
  upkeep?: () => Promise<void>
  /** Between processes on one server; the embedded database has only this one. */
  channel?: Channel
}
/**
 * Short texts from every process on the database to every other. Those sent while a line is broken are lost:
 * `onReopened` says that it was, and hears again.
 */
export type Channel = {
  send(text: string): Promise<void>
  listen(hear: (text: string) => void, onReopened: () => void): Promise<() => Promise<void>>
}

/** The units, by id and by name, whose unsigned projects a person sees: those of their posts, or all of the zone. */
export type Reach = 'zone' | { unitIds: readonly string[]; unitNames: readonly string[] }
/**
 * Who enters which zone. The machine itself (no member) reaches all of it; a person only what `reach` says.
 * With `asOf` everything is read as it was recorded at that instant, and nothing can be written.
 */
export type Entry = { zoneId: string; memberId: string | null; reach?: Reach; asOf?: Date | undefined }
export type Database = {
  kind: Connections['kind']
  /** Does the work in one transaction, inside the zone, as a role that row-level security binds. */
  within<T>(entry: Entry, work: (db: Db) => Promise<T>): Promise<T>
  /**
   * A transaction of a single statement, in one burst: the commit travels right behind it. For what must be as quick
   * as the bare statement; a failed statement turns the commit into a roll-back. It sees the database as it was at
   * its start: waiting for another's row, it fails with `movedOn` instead of writing beside what it cannot see.
   * Columns keep the names that the statement gives them. Rows answered have been written to `table`.
   */
  once<T>(entry: Entry, statement: RawBuilder<T>, table?: string): Promise<T[]>
  /** The same as the owner, in no zone: for migrations, the list of zones, and checks of the schema. Never for a request. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Hears, after each commit of this process, which tables of a zone were written. Call what it returns to stop. */
  onWritten(listener: (written: Written) => void): () => void
  close(): Promise<void>
  connections: Connections
}

/** SQLSTATE of a single-statement transaction that another one overtook. */
export const movedOn = '40001'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function connect(connections: Connections): Database {
  const listeners = keepListeners()
  const transaction = <T>(entry: Entry | undefined, work: (db: Db) => Promise<T>): Promise<T> => {
    // The embedded database has one connection: a second transaction opened inside the first would wait for ever.
    if (isOpen()) return Promise.reject(nested())
    if (entry && !uuid.test(entry.zoneId)) return Promise.reject(noZone(entry))
    return connections.use((session) =>
      inTransaction(async ({ written }) => {
        const opening = [session.query('begin', [])]
        if (entry) opening.push(enter(session, entry))
        const opened = Promise.all(opening)
        opened.catch(() => undefined) // told by the first query that waits for it
        try {
          const result = await work(kyselyOn(session, opened, entry && standingOf(entry)))
          await opened
          await session.query('commit', [])
          if (entry) listeners.tell({ zoneId: entry.zoneId, tables: [...written] })
          return result
        } catch (error) {
          await session.query('rollback', [])
          throw error
        }
      }),
    )
  }
  return {
    kind: connections.kind,
    within: (entry, work) => transaction(entry, work),
    once: async (entry, statement, table) => {
      const rows = await burst(connections, entry, statement)
      if (table && rows.length > 0) listeners.tell({ zoneId: entry.zoneId, tables: [table] })
      return rows
    },
    asOwner: (work) => transaction(undefined, work),
    onWritten: listeners.listen,
    close: () => connections.close(),
    connections,
  }
}

async function burst<T>(connections: Connections, entry: Entry, statement: RawBuilder<T>): Promise<T[]> {
  if (isOpen()) throw nested()
  if (!uuid.test(entry.zoneId)) throw noZone(entry)
  const { sql, parameters } = compiled(statement)
  const [, , { rows }] = await connections.use((session) =>
    inEveryCase([
      session.query('begin isolation level repeatable read', []),
      enter(session, entry),
      session.query(sql, parameters, standingOf(entry)),
      session.query('commit', []),
    ]),
  )
  return rows as T[]
}

const knowsWhole = ({ reach, memberId }: Entry) =>
  reach === 'zone' || (reach === undefined && memberId === null)

function standingOf(entry: Entry): Standing {
  if (knowsWhole(entry)) return entry.asOf ? 'wholePast' : 'whole'
  return entry.asOf ? 'narrowPast' : 'narrow'
}

function enter(session: Session, entry: Entry) {
  const { zoneId, memberId, reach, asOf } = entry
  const { unitIds, unitNames } = typeof reach === 'object' ? reach : { unitIds: [], unitNames: [] }
  const whole = knowsWhole(entry)
  const who = [zoneId, memberId, whole ? 'zone' : 'units', unitIds.join(','), JSON.stringify(unitNames)]
  return asOf
    ? session.query('select app.enter_past($1, $2, $3, $4, $5, $6)', [...who, asOf])
    : session.query('select app.enter_zone($1, $2, $3, $4, $5)', who)
}

/** All of them, or the first that failed: once every one has had its answer, and the connection is free. */
async function inEveryCase<T extends readonly Promise<unknown>[] | []>(all: T) {
  await Promise.allSettled(all)
  return Promise.all(all)
}

const nested = () =>
  new Error('A transaction inside a transaction: pass on the db that the first one gave you.')
const noZone = ({ zoneId }: Entry) => new Error(`${zoneId} is no zone id.`)

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** Kysely over one open session; its queries are sent behind the transaction's opening without waiting for it. */
function kyselyOn(session: Session, opened: Promise<unknown>, standing: Standing | undefined): Db {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const [, { rows, count }] = await Promise.all([opened, session.query(sql, parameters, standing)])
      return { rows: rows as R[], numAffectedRows: BigInt(count) }
    },
    streamQuery() {
      throw new Error('Read large results in pages by key instead of streaming.')
    },
  }
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: async () => Promise.reject(new Error('Already in a transaction.')),
      commitTransaction: async () => undefined,
      rollbackTransaction: async () => undefined,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  }
  return new Kysely<Tables>({ dialect, plugins })
}
