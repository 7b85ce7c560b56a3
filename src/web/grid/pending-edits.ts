import type { GridRow } from './grid-types.ts'
import type { CellChange } from './history.ts'
import type { Rejected } from './write-plan.ts'

/** `row` is set once the server has answered: the row as it then stood. */
type Pending = { value: unknown; before: unknown; turn: number; row?: GridRow | undefined; answered: boolean }

/** What a row shows over the source's values. Replaced, never changed, so that rows compare by identity. */
export type RowOverlay = {
  values: ReadonlyMap<string, unknown>
  rejected: ReadonlyMap<string, Rejected>
}

/**
 * Edits on their way. Each is shown from the moment it is made until the source brings the row again, so that a
 * value never flickers back; what was refused stays marked, with its text, until the cell is written again.
 */
export class PendingEdits {
  private pending = new Map<string, Map<string, Pending>>()
  private rejections = new Map<string, Map<string, Rejected>>()
  private overlays = new Map<string, RowOverlay>()
  private listeners = new Set<() => void>()
  private turn = 0
  version = 0

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  snapshot = (): number => this.version

  overlay(rowId: string): RowOverlay | undefined {
    return this.overlays.get(rowId)
  }

  shownValue(row: GridRow, key: string): unknown {
    const values = this.overlays.get(row.id)?.values
    return values?.has(key) ? values.get(key) : row.values[key]
  }

  rejected(): Rejected[] {
    return [...this.rejections.values()].flatMap((cells) => [...cells.values()])
  }

  /** Shows the changes at once. The turn identifies this edit when the answer comes. */
  begin(changes: readonly CellChange[]): number {
    this.turn += 1
    for (const { rowId, key, before, after } of changes) {
      const cells = this.pending.get(rowId) ?? new Map<string, Pending>()
      cells.set(key, { value: after, before, turn: this.turn, answered: false })
      this.pending.set(rowId, cells)
      this.unmark(rowId, key)
    }
    this.publish(changes)
    return this.turn
  }

  /** Takes back what was refused and marks it; the rest waits for the source to bring the rows. */
  settle(
    turn: number,
    changes: readonly CellChange[],
    refused: readonly Rejected[],
    rowOf: (id: string) => GridRow | undefined,
  ): void {
    const refusals = new Map(refused.map((r) => [`${r.rowId}\u0000${r.key}`, r]))
    for (const { rowId, key } of changes) {
      const cells = this.pending.get(rowId)
      const cell = cells?.get(key)
      if (!cells || !cell || cell.turn !== turn) continue // a later edit of the same cell stands
      const refusal = refusals.get(`${rowId}\u0000${key}`)
      const row = rowOf(rowId)
      if (refusal) {
        cells.delete(key)
        this.mark(refusal)
      } else if (row && !Object.is(row.values[key], cell.before)) {
        cells.delete(key)
      } else {
        cells.set(key, { ...cell, answered: true, row })
      }
      if (cells.size === 0) this.pending.delete(rowId)
    }
    this.publish(changes)
  }

  /** Marks texts that never became a value. */
  reject(rejected: readonly Rejected[]): void {
    for (const one of rejected) this.mark(one)
    this.publish(rejected)
  }

  dismiss(rowId: string, key: string): void {
    this.unmark(rowId, key)
    this.publish([{ rowId }])
  }

  /** Drops answered edits of rows the source has brought anew. */
  reconcile(rowOf: (id: string) => GridRow | undefined): void {
    const touched: { rowId: string }[] = []
    for (const [rowId, cells] of this.pending) {
      const row = rowOf(rowId)
      for (const [key, cell] of cells) {
        if (!row || !cell.answered || row === cell.row) continue
        cells.delete(key)
        touched.push({ rowId })
      }
      if (cells.size === 0) this.pending.delete(rowId)
    }
    if (touched.length > 0) this.publish(touched)
  }

  private mark(rejected: Rejected): void {
    const cells = this.rejections.get(rejected.rowId) ?? new Map<string, Rejected>()
    cells.set(rejected.key, rejected)
    this.rejections.set(rejected.rowId, cells)
  }

  private unmark(rowId: string, key: string): void {
    const cells = this.rejections.get(rowId)
    cells?.delete(key)
    if (cells?.size === 0) this.rejections.delete(rowId)
  }

  private publish(rows: readonly { rowId: string }[]): void {
    for (const rowId of new Set(rows.map((row) => row.rowId))) {
      const cells = this.pending.get(rowId)
      const rejected = this.rejections.get(rowId)
      if (!cells && !rejected) this.overlays.delete(rowId)
      else {
        const values = new Map([...(cells ?? [])].map(([key, { value }]) => [key, value] as const))
        this.overlays.set(rowId, { values, rejected: new Map(rejected) })
      }
    }
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}
