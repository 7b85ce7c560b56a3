import { useCallback, useMemo, useState } from 'react'
import { MIN_WIDTH, moveColumn } from './column-layout.ts'
import type { GridColumn, GridColumnState } from './grid-types.ts'

type Arrangement = { key: string; width: number; frozen: boolean }

export type ArrangedColumns = {
  columns: GridColumn[]
  /** Shows a width; `done` also reports it. */
  resize: (key: string, width: number, done: boolean) => void
  /** Both counted in the shown order; the column comes to stand before `to`. */
  moveTo: (from: number, to: number) => void
}

/**
 * The caller's columns as the user has since arranged them. The arrangement yields as soon as the caller brings
 * other columns, widths or frozen ones.
 */
export function useColumns(
  given: readonly GridColumn[],
  report: ((columns: GridColumnState[]) => void) | undefined,
): ArrangedColumns {
  const signature = given.map((c) => `${c.key}:${c.width}:${c.frozen ? 1 : 0}`).join('|')
  const [state, setState] = useState<{ signature: string; arranged: Arrangement[] | null }>({
    signature,
    arranged: null,
  })
  const arranged = state.signature === signature ? state.arranged : null

  const columns = useMemo(() => {
    if (!arranged) return [...given.filter((c) => c.frozen), ...given.filter((c) => !c.frozen)]
    const byKey = new Map(given.map((column) => [column.key, column]))
    return arranged.flatMap(({ key, width, frozen }) => {
      const column = byKey.get(key)
      return column ? [{ ...column, width, frozen }] : []
    })
  }, [given, arranged])

  const arrange = useCallback(
    (next: readonly GridColumn[], done: boolean) => {
      const states = next.map(({ key, width, frozen }) => ({ key, width, frozen: frozen === true }))
      setState({ signature, arranged: states })
      if (done) report?.(states.map((column) => ({ ...column, hidden: false })))
    },
    [signature, report],
  )

  const resize = useCallback(
    (key: string, width: number, done: boolean) => {
      const next = Math.max(MIN_WIDTH, Math.round(width))
      arrange(
        columns.map((column) => (column.key === key ? { ...column, width: next } : column)),
        done,
      )
    },
    [arrange, columns],
  )

  const moveTo = useCallback(
    (from: number, to: number) => arrange(moveColumn(columns, from, to), true),
    [arrange, columns],
  )

  return { columns, resize, moveTo }
}
