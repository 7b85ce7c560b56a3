import { memo } from 'react'
import { alignOf } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'

type Props = {
  values: Record<string, string>
  frozen: readonly PlacedColumn[]
  scrolling: readonly PlacedColumn[]
  frozenWidth: number
  totalWidth: number
  rowIndex: number
}

/** Totals, pinned to the bottom. */
export const FooterRow = memo(function FooterRow(props: Props) {
  const { values, frozen, scrolling, frozenWidth, totalWidth, rowIndex } = props
  const cells = (columns: readonly PlacedColumn[]) =>
    columns.map((column) => (
      <div
        key={column.key}
        role="gridcell"
        aria-colindex={column.index + 1}
        className={`ztg-cell ztg-${alignOf(column)}`}
        style={{ left: column.left, width: column.width }}
      >
        {values[column.key]}
      </div>
    ))
  return (
    <div role="rowgroup" className="ztg-foot" style={{ width: totalWidth }}>
      <div role="row" aria-rowindex={rowIndex} className="ztg-foot-row">
        <div role="none" className="ztg-frozen" style={{ width: frozenWidth }}>
          {cells(frozen)}
        </div>
        {cells(scrolling)}
      </div>
    </div>
  )
})
