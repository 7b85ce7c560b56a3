import { type RefObject, useCallback, useRef, useState } from 'react'
import { cellText, parseCell } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridRow, ParseResult } from './grid-types.ts'
import type { CellAt } from './selection.ts'
import type { GridTexts } from './texts.ts'

/** `replace`: begun by typing, arrows leave the cell. `keep`: begun by F2 or double click, arrows move in the text. */
export type EditMode = 'replace' | 'keep'

export type Editing = {
  at: CellAt
  row: GridRow
  column: PlacedColumn
  mode: EditMode
  draft: string
  error: string
}

export type EditingHandle = {
  editing: Editing | null
  begin: (target: { at: CellAt; row: GridRow; column: PlacedColumn }, mode: EditMode, text?: string) => void
  /** The editor's text has changed. */
  changed: () => void
  setText: (text: string) => void
  keep: () => void
  cancel: () => void
  /** Writes what is typed, or the value given. false: it did not parse, and the editor stays with the message. */
  commit: (chosen?: ParseResult) => boolean
  /** As commit, but what does not parse is marked on the cell with its text, and the editor closes. */
  leave: () => void
}

type Options = {
  input: RefObject<HTMLTextAreaElement | null>
  texts: GridTexts
  shownValue: (row: GridRow, key: string) => unknown
  onValue: (editing: Editing, value: unknown) => void
  onReject: (editing: Editing, text: string, message: string) => void
}

/** The one cell being edited. The text itself lives in the textarea, so that an input method is never disturbed. */
export function useEditing(options: Options): EditingHandle {
  const latest = useRef(options)
  latest.current = options
  const [editing, setState] = useState<Editing | null>(null)
  const now = useRef<Editing | null>(null)
  const set = useCallback((next: Editing | null) => {
    now.current = next
    setState(next)
  }, [])

  const begin: EditingHandle['begin'] = useCallback(
    (target, mode, text) => {
      const { input, shownValue } = latest.current
      const box = input.current
      if (!box) return
      if (mode === 'keep') {
        box.value = text ?? cellText(target.column, shownValue(target.row, target.column.key), target.row)
        box.setSelectionRange(box.value.length, box.value.length)
      }
      set({ ...target, mode, draft: box.value, error: '' })
    },
    [set],
  )

  const changed = useCallback(() => {
    const draft = latest.current.input.current?.value ?? ''
    if (now.current) set({ ...now.current, draft, error: '' })
  }, [set])

  const setText = useCallback(
    (text: string) => {
      const box = latest.current.input.current
      if (box) box.value = text
      changed()
    },
    [changed],
  )

  const keep = useCallback(() => {
    if (now.current) set({ ...now.current, mode: 'keep' })
  }, [set])

  const cancel = useCallback(() => set(null), [set])

  const finish = useCallback(
    (chosen: ParseResult | undefined, leaving: boolean): boolean => {
      const current = now.current
      if (!current) return true
      const { input, texts, onValue, onReject, shownValue } = latest.current
      const text = input.current?.value ?? current.draft
      const before = cellText(current.column, shownValue(current.row, current.column.key), current.row)
      if (!chosen && text === before) {
        set(null)
        onValue(current, shownValue(current.row, current.column.key))
        return true
      }
      const parsed = chosen ?? parseCell(current.column, text, texts)
      if (!parsed.ok && !leaving) {
        set({ ...current, error: parsed.message })
        return false
      }
      set(null)
      if (parsed.ok) onValue(current, parsed.value)
      else onReject(current, text, parsed.message)
      return true
    },
    [set],
  )

  const commit = useCallback((chosen?: ParseResult) => finish(chosen, false), [finish])
  const leave = useCallback(() => void finish(undefined, true), [finish])

  return { editing, begin, changed, setText, keep, cancel, commit, leave }
}
