import { memo } from 'react'
import { Cell } from './Cell.tsx'
import { canEdit } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridRow } from './grid-types.ts'
import type { RowOverlay } from './pending-edits.ts'

export type RowProps = {
  line: number
  top: number
  row: GridRow | undefined
  overlay: RowOverlay | undefined
  frozen: readonly PlacedColumn[]
  scrolling: readonly PlacedColumn[]
  frozenWidth: number
  totalWidth: number
  /** First and last selected column, −1 when the line is not in the range. */
  selectedFrom: number
  selectedTo: number
  /** More than one cell is selected: the range is outlined. */
  isRange: boolean
  isTop: boolean
  isBottom: boolean
  /** Column of the active cell, −1 when it is on another line. */
  activeCol: number
  activeId: string
  loadingText: string
  highlight: string | undefined
}

export const Row = memo(function Row(props: RowProps) {
  const { line, top, row, frozen, scrolling, frozenWidth, totalWidth, activeCol, activeId } = props
  const cells = (columns: readonly PlacedColumn[]) =>
    row
      ? columns.map((column) => cellOf(column, row, props))
      : columns.map((column) => (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={column.index + 1}
            className={`ztg-cell ztg-loading${column.index === activeCol ? ' ztg-active' : ''}`}
            id={column.index === activeCol ? activeId : undefined}
            tabIndex={column.index === activeCol ? 0 : undefined}
            style={{ left: column.left, width: column.width }}
          >
            <span className="ztg-bone" />
            {column.index === 0 && <span className="ztg-unseen">{props.loadingText}</span>}
          </div>
        ))
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-busy={row ? undefined : true}
      className="ztg-row"
      style={{ top, width: totalWidth }}
    >
      {frozenWidth > 0 && (
        <div role="none" className="ztg-frozen" style={{ width: frozenWidth }}>
          {cells(frozen)}
        </div>
      )}
      {cells(scrolling)}
    </div>
  )
})

function cellOf(column: PlacedColumn, row: GridRow, props: RowProps) {
  const { overlay, selectedFrom, selectedTo, activeCol } = props
  const { key, index } = column
  const selected = index >= selectedFrom && index <= selectedTo && selectedFrom >= 0
  const isActive = index === activeCol
  return (
    <Cell
      key={key}
      column={column}
      row={row}
      value={overlay?.values.has(key) ? overlay.values.get(key) : row.values[key]}
      editable={canEdit(column, row)}
      selected={selected}
      edges={selected && props.isRange ? edgesOf(index, props) : ''}
      activeId={isActive ? props.activeId : undefined}
      message={overlay?.rejected.get(key)?.message}
      highlight={props.highlight}
    />
  )
}

function edgesOf(index: number, { isTop, isBottom, selectedFrom, selectedTo }: RowProps): string {
  return `${isTop ? 't' : ''}${index === selectedTo ? 'r' : ''}${isBottom ? 'b' : ''}${index === selectedFrom ? 'l' : ''}`
}
