import type { ReactNode } from 'react'

export type GridColumnKind = 'text' | 'longText' | 'decimal' | 'integer' | 'date' | 'choice' | 'computed'

export type ParseResult = { ok: true; value: unknown } | { ok: false; message: string }

/**
 * Values by kind, unless the column brings its own `parse`: text and longText string, decimal a plain decimal
 * string (exact), integer a safe integer, date 'YYYY-MM-DD', choice the choice's value; an empty cell is null.
 */
export type GridColumn = {
  key: string
  title: string
  /** CSS pixels. */
  width: number
  /** Shown small beneath the title. */
  unit?: string
  align?: 'left' | 'right' | 'center'
  frozen?: boolean
  editable?: boolean
  sortable?: boolean
  kind: GridColumnKind
  choices?: { value: string; label: string }[]
  /** Text on screen. */
  format?: (value: unknown, row: GridRow) => string
  /** Marks on screen (lights, rails); copying and editing still use the text. */
  render?: (value: unknown, row: GridRow) => ReactNode
  /** Text typed or pasted → value. */
  parse?: (text: string) => ParseResult
  /** Value → text that `parse` understands again; also what the editor opens with. */
  toClipboard?: (value: unknown, row: GridRow) => string
}

/** `editable: false` closes the whole row. */
export type GridRow = { id: string; values: Record<string, unknown>; editable?: boolean }

/** Rows come in windows; indices count data rows in the shown order, `to` is exclusive. */
export type GridSource = {
  total: number
  /** undefined while loading */
  row: (index: number) => GridRow | undefined
  need: (from: number, to: number) => void
  all: (from: number, to: number) => Promise<GridRow[]>
}

export type CellEdit = { rowId: string; key: string; value: unknown }
export type CellFailure = { rowId: string; key: string; message: string }
export type GridSort = { key: string; descending: boolean }
export type GridGroup = { from: number; count: number; label: string; subtotals?: Record<string, string> }
export type GridColumnState = { key: string; width: number; hidden: boolean; frozen: boolean }

/** Sums are exact decimals; `sum` and `average` are '' when there is no number or the range is too large to add. */
export type GridSelectionFigures = {
  rows: number
  cells: number
  numbers: number
  sum: string
  average: string
}

export type GridProps = {
  columns: GridColumn[]
  source: GridSource
  /** Header lines shown before row `from`, collapsible; ascending, not overlapping. */
  groups?: GridGroup[]
  /** Pinned totals by column key. */
  footer?: Record<string, string>
  sort?: GridSort[]
  onSort?: (sort: GridSort[]) => void
  /** Edits are shown at once; what is returned is reverted and marked with its message. A rejection reverts all. */
  onEdit: (edits: CellEdit[]) => Promise<CellFailure[]>
  /** Enter on a read-only cell, Space, double click on a read-only cell or on the first frozen text column. */
  onOpen?: (rowId: string) => void
  /** Shift+F2 on a cell. */
  onHistory?: (rowId: string, key: string) => void
  onColumnsChange?: (columns: GridColumnState[]) => void
  onSelection?: (figures: GridSelectionFigures | null) => void
  /** 28 compact, 32 normal. */
  rowHeight?: number
  /** See GRID_TEXT_KEYS. */
  texts: Record<string, string>
  /** Search text marked in text cells. */
  highlight?: string
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
}
