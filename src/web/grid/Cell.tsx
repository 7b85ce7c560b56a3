import { memo, type ReactNode } from 'react'
import { alignOf, displayText } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridRow } from './grid-types.ts'
import { marked } from './highlight.tsx'

export type CellProps = {
  column: PlacedColumn
  row: GridRow
  value: unknown
  editable: boolean
  selected: boolean
  /** Sides on which the selected range ends here: t, r, b, l. */
  edges: string
  /** Set on the active cell only. */
  activeId: string | undefined
  message: string | undefined
  highlight: string | undefined
}

/** One cell. It holds no handler: the grid finds cells by their place. */
export const Cell = memo(function Cell(props: CellProps) {
  const { column, row, value, editable, selected, edges, activeId, message, highlight } = props
  const text = displayText(column, value, row)
  let content: ReactNode = text
  if (column.render) content = column.render(value, row)
  else if (highlight && (column.kind === 'text' || column.kind === 'longText'))
    content = marked(text, highlight)
  return (
    <div
      role="gridcell"
      aria-colindex={column.index + 1}
      aria-selected={selected}
      aria-readonly={editable ? undefined : true}
      aria-invalid={message ? true : undefined}
      id={activeId}
      tabIndex={activeId ? 0 : undefined}
      className={cellClass(alignOf(column), edges, activeId !== undefined, message !== undefined)}
      style={{ left: column.left, width: column.width }}
      title={message}
    >
      {content}
    </div>
  )
})

function cellClass(align: string, edges: string, active: boolean, rejected: boolean): string {
  let name = `ztg-cell ztg-${align}`
  for (const edge of edges) name += ` ztg-edge-${edge}`
  if (active) name += ' ztg-active'
  if (rejected) name += ' ztg-rejected'
  return name
}
