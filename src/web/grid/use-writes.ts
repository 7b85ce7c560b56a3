import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { cellText } from './cell-values.ts'
import type { CellFailure, GridColumn, GridProps, GridRow } from './grid-types.ts'
import { type CellChange, History, type HistoryEntry, inverse } from './history.ts'
import { PendingEdits } from './pending-edits.ts'
import type { Selection } from './selection.ts'
import { type GridTexts, say } from './texts.ts'
import type { Rejected } from './write-plan.ts'

/** Rows last seen, so that an answer that comes after scrolling away still knows its row. */
const MAX_KNOWN = 50_000

export type Writes = {
  pending: PendingEdits
  /** Changes whenever an overlay changes. */
  version: number
  remember: (row: GridRow) => void
  rowOf: (id: string) => GridRow | undefined
  /** Shows changes at once, sends them in order, and takes back what is refused. */
  write: (changes: CellChange[], selection: Selection) => void
  /** The entry reversed (or done again), or undefined when there is none. */
  undo: () => HistoryEntry | undefined
  redo: () => HistoryEntry | undefined
}

export function useWrites(
  onEdit: GridProps['onEdit'],
  columns: readonly GridColumn[],
  texts: GridTexts,
): Writes {
  const [pending] = useState(() => new PendingEdits())
  const [history] = useState(() => new History())
  const [known] = useState(() => new Map<string, GridRow>())
  const version = useSyncExternalStore(pending.subscribe, pending.snapshot)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef({ onEdit, columns, texts })
  latest.current = { onEdit, columns, texts }

  const rowOf = useCallback((id: string) => known.get(id), [known])

  const send = useCallback(
    (changes: CellChange[], entry: HistoryEntry) => {
      const turn = pending.begin(changes)
      const edits = changes.map(({ rowId, key, after }) => ({ rowId, key, value: after }))
      const work = async () => {
        const failures = await latest.current.onEdit(edits).catch((): CellFailure[] => {
          const message = say(latest.current.texts, 'saveFailed')
          return edits.map(({ rowId, key }) => ({ rowId, key, message }))
        })
        const values = new Map(changes.map((change) => [`${change.rowId}\u0000${change.key}`, change.after]))
        const refused = failures.map(({ rowId, key, message }): Rejected => {
          const column = latest.current.columns.find((one) => one.key === key)
          const value = values.get(`${rowId}\u0000${key}`)
          const row = rowOf(rowId)
          const text = column && row ? cellText(column, value, row) : String(value ?? '')
          return { rowId, key, text, message }
        })
        pending.settle(turn, changes, refused, rowOf)
        if (refused.length > 0) history.forget(entry, refused)
      }
      queue.current = queue.current.then(work, work)
    },
    [pending, history, rowOf],
  )

  return useMemo(
    () => ({
      pending,
      version,
      rowOf,
      remember: (row: GridRow) => {
        if (known.size > MAX_KNOWN) known.clear()
        known.set(row.id, row)
      },
      write: (changes: CellChange[], selection: Selection) => {
        if (changes.length === 0) return
        const entry = { changes, selection }
        history.record(entry)
        send(changes, entry)
      },
      undo: () => {
        const entry = history.undo()
        if (entry) send(inverse(entry.changes), entry)
        return entry
      },
      redo: () => {
        const entry = history.redo()
        if (entry) send(entry.changes, entry)
        return entry
      },
    }),
    [pending, version, rowOf, known, history, send],
  )
}
