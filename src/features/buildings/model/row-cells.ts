import { finding, type Line } from './line.ts'
import { type CellIn, dayIn } from './read-cells.ts'
import type { TableField } from './table-fields.ts'

/** The cells of a row by what their columns mean, and where they stand. */
export type Cells = {
  get(field: TableField): CellIn | undefined
  text(field: TableField): string | null
  at(field: TableField): string
  header(field: TableField): string
}

/** The day that a cell says; what is none is told, and so is a month taken for its first or last day. */
export function dayOf(line: Line, cells: Cells, field: TableField, edge: 'first' | 'last'): string | null {
  const [cell, text] = [cells.get(field), cells.text(field)]
  if (!cell || text === null) return null
  const read = dayIn(cell, edge)
  if (!read) line.findings.push(finding('day_unread', 'warn', cells.at(field), text))
  else if (!read.isExact)
    line.findings.push(finding('day_of_month', 'note', cells.at(field), text, { day: read.day }))
  return read?.day ?? null
}
