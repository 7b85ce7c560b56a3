import { useEffect, useRef } from 'react'
import { addUp } from './decimal-sum.ts'
import type { GridColumn, GridProps, GridRow, GridSource } from './grid-types.ts'
import type { RowMap } from './row-map.ts'
import { isSingle, rectOf, type Selection } from './selection.ts'

/** Beyond this many rows a range is counted but not added up. */
const MAX_ROWS = 20_000
const WAIT = 120

type Options = {
  selection: Selection
  lines: RowMap
  columns: readonly GridColumn[]
  source: GridSource
  shownValue: (row: GridRow, key: string) => unknown
  /** Any value that changes when shown values change. */
  version: number
  onSelection: GridProps['onSelection']
}

/** Reports the figures of the selected range once it rests; null for a single cell. */
export function useFigures(options: Options): void {
  const latest = useRef(options)
  latest.current = options
  const { selection, lines, columns, source, version } = options
  const reported = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: version and source stand for the shown values
  useEffect(() => {
    if (!latest.current.onSelection) return
    let current = true
    const timer = setTimeout(async () => {
      const { onSelection } = latest.current
      if (isSingle(selection)) {
        if (reported.current) onSelection?.(null)
        reported.current = false
        return
      }
      const { top, bottom, left, right } = rectOf(selection)
      const runs = lines.runs(Math.max(0, top), bottom)
      const rows = runs.reduce((sum, run) => sum + run.to - run.from, 0)
      const wanted = columns.slice(left, right + 1)
      const cells = rows * wanted.length
      const numeric = wanted.filter(
        (c) => c.kind === 'decimal' || c.kind === 'integer' || c.kind === 'computed',
      )
      const adds = numeric.length > 0 && rows <= MAX_ROWS
      const loaded = adds ? await rowsOf(latest.current.source, runs).catch(() => []) : []
      if (!current) return
      const { shownValue } = latest.current
      const figures = addUp(loaded.flatMap((row) => numeric.map((column) => shownValue(row, column.key))))
      reported.current = true
      onSelection?.({ rows, cells, ...figures })
    }, WAIT)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [selection, lines, columns, source, version])
}

/** The rows of runs, fetched only where they are not loaded. */
export async function rowsOf(
  source: GridSource,
  runs: readonly { from: number; to: number }[],
): Promise<GridRow[]> {
  return (
    loadedRows(source, runs) ?? (await Promise.all(runs.map(({ from, to }) => source.all(from, to)))).flat()
  )
}

/** The rows of runs when every one of them is loaded, else null. */
export function loadedRows(
  source: GridSource,
  runs: readonly { from: number; to: number }[],
): GridRow[] | null {
  const rows: GridRow[] = []
  for (const { from, to } of runs) {
    for (let index = from; index < to; index += 1) {
      const row = source.row(index)
      if (!row) return null
      rows.push(row)
    }
  }
  return rows
}
