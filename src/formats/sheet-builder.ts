import { cleanText } from './clean-text.ts'
import type { WorkbookLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { type Cell, columnName, type Merge, type Row, type Sheet } from './workbook.ts'

/** What all sheets of a file may still cost together. */
export type Allowance = { limits: WorkbookLimits; cells: number }

export const newAllowance = (limits: WorkbookLimits): Allowance => ({ limits, cells: 0 })

type ColumnSpan = { first: number; last: number; hidden: boolean; width?: number }

/** Gathers the rows of one sheet in any order and holds them to the limits; what is blank costs nothing. */
export class SheetBuilder {
  readonly #name: string
  readonly #allowance: Allowance
  readonly #rows: Row[] = []
  readonly #merges: Merge[] = []
  readonly #spans: ColumnSpan[] = []
  #current: Row | undefined
  #ordered = true
  #usedColumns = 0

  constructor(name: string, allowance: Allowance) {
    this.#name = cleanText(name)
    this.#allowance = allowance
  }

  /** Starts a row; it is kept only if a cell is put into it. */
  startRow(number: number, hidden: boolean): void {
    this.#current = { number, hidden, cells: [] }
  }

  /** Puts a cell into the row that was started; column 0-based. */
  put(column: number, cell: Cell): void {
    const { limits } = this.#allowance
    const row = this.#current
    if (row === undefined) throw new Error('no row was started')
    if (column >= limits.columns) {
      throw new UnreadableFile('too_many_columns', {
        sheet: this.#name,
        limit: limits.columns,
        cell: `${columnName(column)}${row.number}`,
      })
    }
    if (row.cells.length === 0) this.#keep(row)
    while (row.cells.length < column) row.cells.push(undefined)
    if (cell.formula !== undefined) cell.formula = cleanText(cell.formula)
    if (cell.note !== undefined) cell.note = cleanText(cell.note)
    row.cells[column] = cell
    if (column >= this.#usedColumns) this.#usedColumns = column + 1
    this.#allowance.cells++
    if (this.#allowance.cells > limits.cells)
      throw new UnreadableFile('too_many_cells', { limit: limits.cells })
  }

  /** Both ends 1-based rows, 0-based columns, as the file gives them. */
  merge(merge: Merge): void {
    this.#merges.push(merge)
  }

  /** Columns 0-based, both ends included. */
  columns(span: ColumnSpan): void {
    this.#spans.push(span)
  }

  /** Comments by cell; one on an empty cell makes it a blank cell with a note. */
  addNotes(notes: { row: number; column: number; text: string }[]): void {
    const rows = new Map(notes.length > 0 ? this.#rows.map((row) => [row.number, row]) : [])
    for (const { row: number, column, text } of notes) {
      const row = rows.get(number)
      const cell = row?.cells[column]
      if (cell) cell.note = cleanText(text)
      else {
        this.#current = row
        if (row === undefined) this.startRow(number, false)
        this.put(column, { kind: 'blank', value: null, text: '', note: text })
        if (this.#current) rows.set(number, this.#current)
      }
    }
  }

  finish(rest: { hidden: boolean; filtered: boolean }): Sheet {
    const rows = this.#ordered ? this.#rows : inOrder(this.#rows)
    const used = this.#usedColumns
    const lastRow = rows.at(-1)?.number ?? 0
    const hiddenColumns: number[] = []
    const columnWidths: Record<number, number> = {}
    for (const { first, last, hidden, width } of this.#spans) {
      for (let column = first; column <= Math.min(last, used - 1); column++) {
        if (hidden) hiddenColumns.push(column)
        if (width !== undefined) columnWidths[column] = width
      }
    }
    const merges = this.#merges.flatMap((merge) => clip(merge, lastRow, used))
    return { name: this.#name, ...rest, rows, merges, hiddenColumns, columnWidths, usedColumns: used }
  }

  #keep(row: Row) {
    const last = this.#rows.at(-1)
    if (last !== undefined && last.number >= row.number) this.#ordered = false
    this.#rows.push(row)
    const limit = this.#allowance.limits.rows
    if (this.#rows.length > limit) throw new UnreadableFile('too_many_rows', { sheet: this.#name, limit })
  }
}

/** Rows by number; a number that occurs twice becomes one row in which later cells win. */
const inOrder = (rows: Row[]): Row[] => {
  const byNumber = new Map<number, Row>()
  for (const row of rows) {
    const same = byNumber.get(row.number)
    if (same === undefined) byNumber.set(row.number, row)
    else {
      for (let column = 0; column < row.cells.length; column++) {
        while (same.cells.length <= column) same.cells.push(undefined)
        same.cells[column] = row.cells[column] ?? same.cells[column]
      }
    }
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

/** A merge may claim the whole sheet; only what lies in the used part is of use. */
const clip = ({ top, left, bottom, right }: Merge, lastRow: number, usedColumns: number): Merge[] => {
  const clipped = { top, left, bottom: Math.min(bottom, lastRow), right: Math.min(right, usedColumns - 1) }
  const cells = (clipped.bottom - top + 1) * (clipped.right - left + 1)
  return clipped.bottom >= top && clipped.right >= left && cells > 1 ? [clipped] : []
}
