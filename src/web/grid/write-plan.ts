import { canEdit, cellText, parseCell } from './cell-values.ts'
import type { GridColumn, GridRow } from './grid-types.ts'
import type { CellChange } from './history.ts'
import type { GridTexts } from './texts.ts'

/** Text that could not be taken into a cell. It is kept, so that nothing pasted is lost. */
export type Rejected = { rowId: string; key: string; text: string; message: string }

export type WritePlan = { changes: CellChange[]; rejected: Rejected[]; readOnly: number }

/**
 * What writing texts into cells would do: changes that parse and differ, texts that do not parse, and how many
 * cells were closed to writing. `textAt` counts from the top left of the target.
 */
export function planWrite(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  textAt: (row: number, col: number) => string,
  shownValue: (row: GridRow, key: string) => unknown,
  texts: GridTexts,
): WritePlan {
  const plan: WritePlan = { changes: [], rejected: [], readOnly: 0 }
  for (const [r, row] of rows.entries()) {
    for (const [c, column] of columns.entries()) {
      if (!canEdit(column, row)) {
        plan.readOnly += 1
        continue
      }
      const text = textAt(r, c)
      const parsed = parseCell(column, text, texts)
      const before = shownValue(row, column.key)
      if (!parsed.ok) {
        plan.rejected.push({ rowId: row.id, key: column.key, text, message: parsed.message })
      } else if (!sameValue(parsed.value, before)) {
        plan.changes.push({ rowId: row.id, key: column.key, before, after: parsed.value })
      }
    }
  }
  return plan
}

/** The texts of a range, as copied. */
export function textsOf(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  shownValue: (row: GridRow, key: string) => unknown,
): string[][] {
  return rows.map((row) => columns.map((column) => cellText(column, shownValue(row, column.key), row)))
}

function sameValue(a: unknown, b: unknown): boolean {
  return Object.is(a ?? null, b ?? null)
}
