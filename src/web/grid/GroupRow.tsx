import { memo } from 'react'
import { alignOf } from './cell-values.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { GridGroup } from './grid-types.ts'
import { type GridTexts, say } from './texts.ts'

type Props = {
  line: number
  top: number
  group: GridGroup
  collapsed: boolean
  columns: readonly PlacedColumn[]
  frozenWidth: number
  totalWidth: number
  /** Set when the active cell is on this line. */
  activeId: string | undefined
  texts: GridTexts
}

/** The header line of a group: its name over the first columns, its subtotals in their own. */
export const GroupRow = memo(function GroupRow(props: Props) {
  const { line, top, group, collapsed, columns, frozenWidth, totalWidth, activeId, texts } = props
  const subtotals = columns.filter(
    (column) => group.subtotals?.[column.key] !== undefined && column.index > 0,
  )
  const firstFrozen = subtotals.find((column) => column.isFrozen)
  const labelWidth = firstFrozen?.left ?? (frozenWidth || subtotals[0]?.left || Math.min(320, totalWidth))
  const cells = (wanted: readonly PlacedColumn[]) =>
    wanted.map((column) => (
      <div
        key={column.key}
        role="gridcell"
        aria-colindex={column.index + 1}
        className={`ztg-cell ztg-${alignOf(column)}`}
        style={{ left: column.left, width: column.width }}
      >
        {group.subtotals?.[column.key]}
      </div>
    ))
  const label = (
    <div
      role="gridcell"
      aria-colindex={1}
      id={activeId}
      tabIndex={activeId ? 0 : undefined}
      aria-expanded={!collapsed}
      className={`ztg-cell ztg-group-label${activeId ? ' ztg-active' : ''}`}
      style={{ left: 0, width: labelWidth }}
      title={say(texts, collapsed ? 'expandGroup' : 'collapseGroup', { label: group.label })}
    >
      <span className={`ztg-twist${collapsed ? '' : ' ztg-open'}`} aria-hidden="true" />
      {group.label}
    </div>
  )
  return (
    <div role="row" aria-rowindex={line + 2} className="ztg-row ztg-group" style={{ top, width: totalWidth }}>
      <div role="none" className="ztg-frozen" style={{ width: Math.max(frozenWidth, labelWidth) }}>
        {label}
        {cells(subtotals.filter((column) => column.isFrozen))}
      </div>
      {cells(subtotals.filter((column) => !column.isFrozen))}
    </div>
  )
})
