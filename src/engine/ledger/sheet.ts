import { normaliseText } from '../text/normalise.ts'

/** What this engine needs of a cell; any richer one will do. */
export interface SheetCell {
  kind: string
  value: string | number | boolean | null
  text: string
}

export interface SheetRow<C extends SheetCell = SheetCell> {
  /** 1-based. Rows without content may be left out. */
  number: number
  hidden: boolean
  /** Index 0 is column A. */
  cells: readonly (C | undefined)[]
}

/** Rows 1-based, columns 0-based, both ends included. */
export interface SheetMerge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface SheetInput<C extends SheetCell = SheetCell> {
  name: string
  hidden: boolean
  rows: readonly SheetRow<C>[]
  merges: readonly SheetMerge[]
  hiddenColumns: readonly number[]
  usedColumns: number
}

interface SheetIndex {
  rows: ReadonlyMap<number, SheetRow>
  /** Merges that reach each column, from top to bottom. */
  merges: ReadonlyMap<number, SheetMerge[]>
}

const indexes = new WeakMap<object, SheetIndex>()
/** A merge over whole columns of a sheet is formatting; beyond this width only its left part is looked up. */
const widestMerge = 512

function indexOf(sheet: SheetInput): SheetIndex {
  const known = indexes.get(sheet)
  if (known) return known
  const merges = new Map<number, SheetMerge[]>()
  for (const merge of sheet.merges)
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + widestMerge); column++) {
      const list = merges.get(column)
      if (list) list.push(merge)
      else merges.set(column, [merge])
    }
  for (const list of merges.values()) list.sort((a, b) => a.top - b.top)
  const made = { rows: new Map(sheet.rows.map((row) => [row.number, row])), merges }
  indexes.set(sheet, made)
  return made
}

export function rowAt<C extends SheetCell>(sheet: SheetInput<C>, row: number): SheetRow<C> | undefined {
  return indexOf(sheet).rows.get(row) as SheetRow<C> | undefined
}

/** The merge that covers this place, if any. */
export function mergeAt(sheet: SheetInput, row: number, column: number): SheetMerge | undefined {
  const list = indexOf(sheet).merges.get(column)
  if (!list) return undefined
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.top ?? 0) <= row) low = middle + 1
    else high = middle
  }
  const merge = list[low - 1]
  return merge && merge.bottom >= row ? merge : undefined
}

/**
 * The cell of a data row, with cells merged downwards given to every row they cover (`merged` on all but the first).
 * Cells merged sideways belong to their left column only.
 */
export function valueAt<C extends SheetCell>(
  sheet: SheetInput<C>,
  row: number,
  column: number,
): { cell: C; merged: boolean } | undefined {
  const merge = mergeAt(sheet, row, column)
  if (!merge || merge.top === row) {
    const cell = merge && merge.left !== column ? undefined : rowAt(sheet, row)?.cells[column]
    return cell && { cell, merged: false }
  }
  const cell = merge.left === column ? rowAt(sheet, merge.top)?.cells[column] : undefined
  return cell && { cell, merged: true }
}

/** The text at a place of the header, where a merged cell speaks for all that it covers. */
export function labelAt(sheet: SheetInput, row: number, column: number): string {
  const merge = mergeAt(sheet, row, column)
  return textOf(rowAt(sheet, merge?.top ?? row)?.cells[merge?.left ?? column])
}

export function textOf(cell: SheetCell | undefined): string {
  return cell && cell.kind !== 'blank' ? normaliseText(cell.text.slice(0, 400)) : ''
}

export function columnLetter(index: number): string {
  let letter = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letter = String.fromCharCode(65 + ((rest - 1) % 26)) + letter
  return letter
}
