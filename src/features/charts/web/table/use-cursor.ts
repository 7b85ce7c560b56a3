import { type KeyboardEvent, useCallback, useState } from 'react'

export type At = { index: number; col: number }
type Options = { rows: number; cols: number; page: number; reveal: (at: At) => void }

/** The cell that the keyboard is on: arrows, Home and End, a page up and down; with Ctrl to the very end. */
export function useCursor({ rows, cols, page, reveal }: Options) {
  const [at, setAt] = useState<At>()
  const go = useCallback(
    (next: At) => {
      const inside = {
        index: Math.min(Math.max(0, next.index), Math.max(0, rows - 1)),
        col: Math.min(Math.max(0, next.col), cols - 1),
      }
      setAt(inside)
      reveal(inside)
    },
    [rows, cols, reveal],
  )
  /** Whether the key was one of ours. */
  const move = (event: KeyboardEvent): boolean => {
    const now = at ?? { index: 0, col: 0 }
    const far = event.ctrlKey || event.metaKey
    const next: Record<string, At> = {
      ArrowUp: { ...now, index: far ? 0 : now.index - 1 },
      ArrowDown: { ...now, index: far ? rows - 1 : now.index + 1 },
      ArrowLeft: { ...now, col: far ? 0 : now.col - 1 },
      ArrowRight: { ...now, col: far ? cols - 1 : now.col + 1 },
      Home: { index: far ? 0 : now.index, col: 0 },
      End: { index: far ? rows - 1 : now.index, col: cols - 1 },
      PageUp: { ...now, index: now.index - page },
      PageDown: { ...now, index: now.index + page },
    }
    const target = next[event.key]
    if (!target || event.altKey) return false
    go(at || event.key === 'Home' || event.key === 'End' ? target : now)
    return true
  }
  return { at, setAt, go, move }
}
