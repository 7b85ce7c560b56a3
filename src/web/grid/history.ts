import type { Selection } from './selection.ts'

export type CellChange = { rowId: string; key: string; before: unknown; after: unknown }
export type HistoryEntry = { changes: CellChange[]; selection: Selection }

const DEPTH = 100

/** Undo and redo of whole edits (a paste is one). A new edit forgets what was undone. */
export class History {
  private done: HistoryEntry[] = []
  private undone: HistoryEntry[] = []

  record(entry: HistoryEntry): void {
    this.done.push(entry)
    if (this.done.length > DEPTH) this.done.shift()
    this.undone = []
  }

  /** The entry to reverse, or undefined when there is none. */
  undo(): HistoryEntry | undefined {
    const entry = this.done.pop()
    if (entry) this.undone.push(entry)
    return entry
  }

  redo(): HistoryEntry | undefined {
    const entry = this.undone.pop()
    if (entry) this.done.push(entry)
    return entry
  }

  /** Takes out of an entry what was refused, so that undo does not touch it. */
  forget(entry: HistoryEntry, refused: readonly { rowId: string; key: string }[]): void {
    const names = new Set(refused.map(({ rowId, key }) => `${rowId}\u0000${key}`))
    entry.changes = entry.changes.filter(({ rowId, key }) => !names.has(`${rowId}\u0000${key}`))
    if (entry.changes.length > 0) return
    this.done = this.done.filter((other) => other !== entry)
    this.undone = this.undone.filter((other) => other !== entry)
  }
}

export function inverse(changes: readonly CellChange[]): CellChange[] {
  return changes
    .map(({ rowId, key, before, after }) => ({ rowId, key, before: after, after: before }))
    .reverse()
}
