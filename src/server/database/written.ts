import { AsyncLocalStorage } from 'node:async_hooks'

/** The transaction that is open here, with the tables it has written so far. */
type Open = { written: Set<string> }
const open = new AsyncLocalStorage<Open>()

export const isOpen = () => open.getStore() !== undefined
export const inTransaction = <T>(work: (here: Open) => Promise<T>): Promise<T> => {
  const here: Open = { written: new Set() }
  return open.run(here, () => work(here))
}
/** Told to whoever shows this table's rows, once the transaction is committed. */
export const noteWritten = (table: string) => open.getStore()?.written.add(table)

/** What a committed transaction wrote: rows of these tables of one zone. */
export type Written = { zoneId: string; tables: readonly string[] }
type Listener = (written: Written) => void

export function keepListeners() {
  const listeners = new Set<Listener>()
  return {
    /** The write is committed: a listener that fails makes no error of it, and keeps it from no other. */
    tell(written: Written) {
      if (written.tables.length === 0) return
      for (const listener of listeners)
        try {
          listener(written)
        } catch (error) {
          console.error(`A listener to writes failed: ${error instanceof Error ? error.message : error}`)
        }
    },
    listen(listener: Listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
