import type { Db } from '../../../server/database/connect.ts'
import { lastPosition } from '../../audit/server/log-position.ts'
import { positionBefore, type Touched, touchedSince, transactionsNow } from './queries.ts'

/** A transaction that lasts longer is given up: one forgotten open would have all be read again for ever. */
const longestMs = 15 * 60_000

/** Where a read ended. Who wrote before `last` has a number below `below`, that of a transaction begun later. */
type End = { last: number; at: number; below: number | undefined }

/**
 * Reads the log forwards. Positions are given out before transactions end, so rows come to light behind those already
 * read: a stretch is looked at again until every transaction that may still write there has ended.
 */
export class LogReader {
  readonly #tables: readonly string[]
  /** Up to here everything has been read; after it, `read`. */
  #settled: number
  #read: Set<number>
  #ends: End[]

  private constructor(tables: readonly string[], settled: number, read: Set<number>, last: number) {
    this.#tables = tables
    this.#settled = settled
    this.#read = read
    this.#ends = [{ last, at: Date.now(), below: undefined }]
  }

  /** From now on; to be asked for before the rows themselves are read. */
  static async open(db: Db, zoneId: string, tables: readonly string[]): Promise<LogReader> {
    const last = await lastPosition(db, zoneId)
    const settled = await positionBefore(db, zoneId, new Date(Date.now() - longestMs))
    const rows = await touchedSince(db, zoneId, tables, settled)
    return new LogReader(tables, settled, new Set(rows.map(({ position }) => position)), last)
  }

  /** Rows written since it was last asked; once in each transaction. */
  async next(db: Db, zoneId: string): Promise<Touched[]> {
    // Asked before the rows: whoever has ended by now is seen in them.
    const { own, oldest } = await transactionsNow(db)
    const rows = await touchedSince(db, zoneId, this.#tables, this.#settled)
    const fresh = rows.filter(({ position }) => !this.#read.has(position))
    const open: End[] = []
    for (const { last, at, below = own } of this.#ends)
      if (below <= oldest || at < Date.now() - longestMs) this.#settled = Math.max(this.#settled, last)
      else open.push({ last, at, below })
    const last = rows.at(-1)?.position ?? this.#settled
    this.#ends = [...open, { last, at: Date.now(), below: undefined }]
    this.#read = new Set(rows.map(({ position }) => position).filter((position) => position > this.#settled))
    return fresh
  }
}
