import type { PointerEvent } from 'react'
import { alignOf } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridSort } from './grid-types.ts'
import { type GridTexts, say } from './texts.ts'

type Props = {
  column: PlacedColumn
  sort: readonly GridSort[]
  activeId: string | undefined
  dragged: boolean
  texts: GridTexts
  onGrab: (event: PointerEvent, column: PlacedColumn) => void
  onResizeStart: (event: PointerEvent, column: PlacedColumn) => void
  onFit: (column: PlacedColumn) => void
}

export function HeaderCell(props: Props) {
  const { column, sort, activeId, dragged, texts, onGrab, onResizeStart, onFit } = props
  const place = sort.findIndex((one) => one.key === column.key)
  const descending = sort[place]?.descending === true
  const order = place < 0 ? undefined : descending ? 'descending' : 'ascending'
  return (
    <div
      role="columnheader"
      aria-colindex={column.index + 1}
      aria-sort={order}
      id={activeId}
      tabIndex={activeId ? 0 : undefined}
      className={`ztg-cell ztg-head-cell ztg-${alignOf(column)}${activeId ? ' ztg-active' : ''}${dragged ? ' ztg-dragged' : ''}${column.sortable ? ' ztg-sortable' : ''}`}
      style={{ left: column.left, width: column.width }}
      onPointerDown={(event) => onGrab(event, column)}
    >
      <span className="ztg-title">
        <span className="ztg-title-text">{column.title}</span>
        {order && (
          <span className="ztg-sort" title={say(texts, descending ? 'sortDescending' : 'sortAscending')}>
            {descending ? '↓' : '↑'}
            {sort.length > 1 ? place + 1 : ''}
          </span>
        )}
      </span>
      {column.unit && <span className="ztg-unit">{column.unit}</span>}
      <span
        className="ztg-resize"
        aria-hidden="true"
        title={say(texts, 'resizeColumn', { title: column.title })}
        onPointerDown={(event) => onResizeStart(event, column)}
        onDoubleClick={() => onFit(column)}
      />
    </div>
  )
}
