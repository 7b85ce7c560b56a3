import type { Db } from '../../../server/database/connect.ts'
import { lastPosition, type Touched, touchedSince } from './queries.ts'

/** Positions are given out before transactions end, so one may come to light behind those already read. */
const lateAtMost = 500

/** Reads the log forwards, and looks again at the last stretch for what was committed late. */
export class LogReader {
  readonly #tables: readonly string[]
  #last: number
  #read = new Set<number>()

  private constructor(tables: readonly string[], last: number) {
    this.#tables = tables
    this.#last = last
  }

  /** From now on; to be asked for before the rows themselves are read. */
  static async open(db: Db, zoneId: string, tables: readonly string[]): Promise<LogReader> {
    const reader = new LogReader(tables, await lastPosition(db, zoneId))
    for (const { position } of await touchedSince(db, zoneId, tables, reader.#last - lateAtMost))
      reader.#read.add(position)
    return reader
  }

  /** Rows written since it was last asked. */
  async next(db: Db, zoneId: string): Promise<Touched[]> {
    const rows = await touchedSince(db, zoneId, this.#tables, this.#last - lateAtMost)
    const fresh = rows.filter(({ position }) => !this.#read.has(position))
    this.#last = Math.max(this.#last, ...rows.slice(-1).map(({ position }) => position))
    this.#read = new Set(
      rows.map(({ position }) => position).filter((position) => position > this.#last - lateAtMost),
    )
    return fresh
  }
}
