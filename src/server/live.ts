import { randomUUID } from 'node:crypto'
import type { Database } from './database/connect.ts'
import { recorded } from './database/record.ts'

/** Something of a zone was written: which tables, and the zone's version after it. It never says what. */
export type Moved = { tables: readonly string[]; version: string }
type Listener = (moved: Moved) => void
type ZoneState = { count: number; listeners: Set<Listener>; pending: Set<string> }

/** Who signs in and out is nobody's news: these are neither told nor counted. */
const silent: ReadonlySet<string> = new Set([
  'credential',
  'session',
  'second_factor',
  'recovery_code',
  'former_password',
])

/** Writes of other processes are told in bundles, so that a busy zone costs ten messages a second and no more. */
const bundleMs = 100

export type Live = {
  /** Changes with every write to the zone that this process hears of. */
  version(zoneId: string): string
  subscribe(zoneId: string, listener: Listener): () => void
  close(): Promise<void>
}

type Told = { from: string; zoneId: string; tables: string[] }
/** Anybody on the database may send on its channel: what is no word of ours is let pass. */
function readTold(text: string): Told | undefined {
  try {
    const told = JSON.parse(text) as Partial<Told> | null
    const { from, zoneId, tables } = told ?? {}
    const isOurs = typeof from === 'string' && typeof zoneId === 'string' && Array.isArray(tables)
    return isOurs && tables.every((table) => typeof table === 'string') ? { from, zoneId, tables } : undefined
  } catch {
    return undefined
  }
}

/** Who shows a zone's rows hears here when they were written, by this process or another. */
export function keepLive(database: Database): Live {
  const self = randomUUID()
  const zones = new Map<string, ZoneState>()
  const stateOf = (zoneId: string) => {
    const state = zones.get(zoneId) ?? { count: 0, listeners: new Set(), pending: new Set() }
    zones.set(zoneId, state)
    return state
  }
  const versionOf = (state: ZoneState) => `${self.slice(0, 8)}-${state.count}`
  const move = (zoneId: string, tables: readonly string[]) => {
    const state = stateOf(zoneId)
    state.count++
    const moved = { tables, version: versionOf(state) }
    for (const listener of state.listeners) listener(moved)
  }

  const { channel } = database.connections
  const tell = (zoneId: string, tables: readonly string[]) => {
    if (!channel) return
    const { pending } = stateOf(zoneId)
    const isFirst = pending.size === 0
    for (const table of tables) pending.add(table)
    if (!isFirst) return
    setTimeout(() => {
      const text = JSON.stringify({ from: self, zoneId, tables: [...pending] })
      pending.clear()
      channel
        .send(text)
        .catch((error) => console.error(`Others could not be told of a write: ${error.message}`))
    }, bundleMs).unref()
  }
  const hear = (text: string) => {
    const told = readTold(text)
    if (told && told.from !== self) move(told.zoneId, told.tables)
  }
  // Nothing was heard while the line was broken: anything may have moved.
  const missed = () => {
    for (const zoneId of zones.keys()) move(zoneId, recorded)
  }
  const heard = channel?.listen(hear, missed)
  const stop = database.onWritten(({ zoneId, tables: written }) => {
    const tables = written.filter((table) => !silent.has(table))
    if (tables.length === 0) return
    move(zoneId, tables)
    tell(zoneId, tables)
  })

  return {
    version: (zoneId) => versionOf(stateOf(zoneId)),
    subscribe(zoneId, listener) {
      const { listeners } = stateOf(zoneId)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      stop()
      const leave = await heard
      await leave?.()
    },
  }
}
