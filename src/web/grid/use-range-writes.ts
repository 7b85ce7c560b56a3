import { type ClipboardEvent, useMemo, useRef } from 'react'
import { isNumeric } from './cell-values.ts'
import { formatHtml, formatTsv, parseTsv, pasteSize } from './clipboard.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridRow, GridSource } from './grid-types.ts'
import type { Notice } from './Notice.tsx'
import type { RowMap } from './row-map.ts'
import { rectOf, type Selection, selectRect } from './selection.ts'
import { type GridTexts, say } from './texts.ts'
import { loadedRows, rowsOf } from './use-figures.ts'
import type { Writes } from './use-writes.ts'
import { planWrite, textsOf } from './write-plan.ts'

/** Cells that one copy, paste or clearing may touch. */
const MAX_CELLS = 1_000_000

type Options = {
  selection: Selection
  lines: RowMap
  columns: readonly PlacedColumn[]
  source: GridSource
  writes: Writes
  texts: GridTexts
  select: (selection: Selection) => void
  notify: (notice: Notice | null) => void
}

type Run = { from: number; to: number }
type Copied = { text: string; html: string }

export type RangeWrites = {
  copy: (event: ClipboardEvent) => void
  cut: (event: ClipboardEvent) => void
  paste: (event: ClipboardEvent) => void
  clear: () => void
  fillDown: () => void
  /** One text into every cell of the range. */
  fill: (text: string) => void
}

/** Copying, pasting, clearing and filling ranges, loaded or not. */
export function useRangeWrites(options: Options): RangeWrites {
  const latest = useRef(options)
  latest.current = options
  return useMemo(() => rangeWrites(() => latest.current), [])
}

function rangeWrites(now: () => Options): RangeWrites {
  /** Held while rows that were not loaded are fetched for the clipboard. */
  let stash: Copied | null = null

  const target = () => {
    const { selection, lines, columns } = now()
    const rect = rectOf(selection)
    const runs = lines.runs(Math.max(0, rect.top), rect.bottom)
    return { rect, runs, columns: columns.slice(rect.left, rect.right + 1), count: countRows(runs) }
  }

  const tooLarge = (rows: number, columns: number): boolean => {
    const large = rows * columns > MAX_CELLS
    if (large) now().notify({ text: say(now().texts, 'tooLarge', { count: MAX_CELLS.toLocaleString('en') }) })
    return large
  }

  const shownValue = (row: GridRow, key: string) => now().writes.pending.shownValue(row, key)

  /** Writes texts into rows and tells what was done, skipped and refused. */
  const put = async (
    runs: readonly Run[],
    columns: readonly PlacedColumn[],
    textAt: (row: number, col: number) => string,
    told: 'pasted' | 'cleared' | null,
    extra: string[] = [],
  ) => {
    const { source, writes, texts, selection, notify } = now()
    const rows = await rowsOf(source, runs)
    for (const row of rows) writes.remember(row)
    const plan = planWrite(rows, columns, textAt, shownValue, texts)
    writes.write(plan.changes, selection)
    if (plan.rejected.length > 0) writes.pending.reject(plan.rejected)
    const parts = [...extra]
    if (plan.rejected.length > 0) parts.push(say(texts, 'rejected', { count: plan.rejected.length }))
    if (plan.readOnly > 0) parts.push(say(texts, 'skippedReadOnly', { count: plan.readOnly }))
    if (parts.length === 0 && (told === null || rows.length * columns.length === 1)) return notify(null)
    if (told)
      parts.unshift(
        say(texts, told, { count: rows.length * columns.length - plan.rejected.length - plan.readOnly }),
      )
    notify({ text: parts.join(' · '), failures: plan.rejected.length > 0 })
  }

  const failed = () => now().notify({ text: say(now().texts, 'saveFailed') })

  /** Resolves when the texts are taken, so that cutting does not empty cells before. */
  const copy = async (event: ClipboardEvent): Promise<void> => {
    event.preventDefault()
    if (stash) {
      give(event, stash)
      stash = null
      return
    }
    const { runs, columns, count } = target()
    if (count === 0 || tooLarge(count, columns.length)) return
    const { source, notify, texts } = now()
    const loaded = loadedRows(source, runs)
    if (loaded) return give(event, copied(loaded, columns))
    const rows = await rowsOf(source, runs)
    stash = copied(rows, columns)
    document.execCommand('copy') // the asynchronous clipboard is missing on plain http inside an office network
    stash = null
    notify({ text: say(texts, 'copied', { count: rows.length * columns.length }) })
  }

  const copied = (rows: readonly GridRow[], columns: readonly PlacedColumn[]): Copied => {
    const matrix = textsOf(rows, columns, shownValue)
    const isText = columns.map((column) => !isNumeric(column) && column.kind !== 'date')
    return { text: formatTsv(matrix), html: formatHtml(matrix, isText) }
  }

  const clear = async () => {
    const { runs, columns, count } = target()
    if (count > 0 && !tooLarge(count, columns.length)) await put(runs, columns, () => '', 'cleared')
  }

  const paste = async (text: string) => {
    const { lines, columns, select, texts } = now()
    const { rect, count } = target()
    const matrix = parseTsv(text)
    const width = matrix[0]?.length ?? 1
    const size = pasteSize(
      { lines: Math.max(1, count), cols: rect.right - rect.left + 1 },
      { lines: matrix.length, cols: width },
    )
    if (tooLarge(size.lines, size.cols)) return
    const runs = firstRows(lines.runs(Math.max(0, rect.top), lines.count - 1), size.lines)
    const fitting = columns.slice(rect.left, rect.left + size.cols)
    const missing = size.lines * size.cols - countRows(runs) * fitting.length
    const last = runs.at(-1)
    if (!last) return
    select(
      selectRect({
        top: Math.max(0, rect.top),
        bottom: lines.lineOf(last.to - 1) ?? rect.top,
        left: rect.left,
        right: rect.left + fitting.length - 1,
      }),
    )
    const textAt = (row: number, col: number) => matrix[row % matrix.length]?.[col % width] ?? ''
    await put(
      runs,
      fitting,
      textAt,
      'pasted',
      missing > 0 ? [say(texts, 'notFitting', { count: missing })] : [],
    )
  }

  const fillDown = async () => {
    const { rect, runs, columns, count } = target()
    if (count === 0 || tooLarge(count, columns.length)) return
    const { lines, source } = now()
    const above = count === 1 ? lines.runs(0, rect.top - 1).at(-1) : undefined
    const first = runs[0]
    if (count === 1 && !above) return
    const from = above ? above.to - 1 : (first?.from ?? 0)
    const [pattern] = textsOf(await rowsOf(source, [{ from, to: from + 1 }]), columns, shownValue)
    const targets = above
      ? runs
      : runs.map((run) => (run === first ? { from: run.from + 1, to: run.to } : run))
    await put(targets, columns, (_, col) => pattern?.[col] ?? '', null)
  }

  return {
    copy: (event) => void copy(event).catch(failed),
    cut: (event) => void copy(event).then(clear).catch(failed),
    paste: (event) => {
      event.preventDefault()
      const text = event.clipboardData.getData('text/plain')
      if (text !== '') void paste(text).catch(failed)
    },
    clear: () => void clear().catch(failed),
    fillDown: () => void fillDown().catch(failed),
    fill: (text) => {
      const { runs, columns, count } = target()
      if (count === 0 || tooLarge(count, columns.length)) return
      void put(runs, columns, () => text, null).catch(failed)
    },
  }
}

function give(event: ClipboardEvent, { text, html }: Copied): void {
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', html)
}

function countRows(runs: readonly Run[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from, 0)
}

function firstRows(runs: readonly Run[], wanted: number): Run[] {
  const kept: Run[] = []
  let left = wanted
  for (const { from, to } of runs) {
    if (left <= 0) break
    kept.push({ from, to: Math.min(to, from + left) })
    left -= to - from
  }
  return kept
}
