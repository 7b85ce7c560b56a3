import { displayText } from './cell-values.ts'
import type { GridColumn, GridRow } from './grid-types.ts'

const PADDING = 24
const WIDEST = 480

/** Width in px that shows the title and the given rows of a column whole. */
export function fitWidth(column: GridColumn, rows: readonly GridRow[], font: string): number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return column.width
  pen.font = font
  const texts = rows.map((row) => displayText(column, row.values[column.key], row))
  const widest = Math.max(...[column.title, ...texts].map((text) => pen.measureText(text).width))
  return Math.min(WIDEST, Math.ceil(widest) + PADDING)
}
