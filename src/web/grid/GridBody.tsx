import type { PlacedColumn } from './column-layout.ts'
import { GroupRow } from './GroupRow.tsx'
import type { GridGroup, GridSource } from './grid-types.ts'
import type { PendingEdits } from './pending-edits.ts'
import { Row } from './Row.tsx'
import type { RowMap } from './row-map.ts'
import { isSingle, rectOf, type Selection } from './selection.ts'
import { type GridTexts, say } from './texts.ts'
import type { Viewport } from './use-viewport.ts'

type Props = {
  viewport: Viewport
  lines: RowMap
  source: GridSource
  groups: readonly GridGroup[] | undefined
  collapsed: ReadonlySet<string>
  pending: PendingEdits
  selection: Selection
  /** Whether the selection is shown: not before the grid was first used. */
  touched: boolean
  activeId: string
  rowHeight: number
  columns: readonly PlacedColumn[]
  frozen: readonly PlacedColumn[]
  scrolling: readonly PlacedColumn[]
  frozenWidth: number
  totalWidth: number
  texts: GridTexts
  highlight: string | undefined
}

/** The lines in sight, each at its place in a box as high as all of them. */
export function GridBody(props: Props) {
  const { viewport, lines, selection, touched, rowHeight, texts, totalWidth } = props
  const { drawn, map, bodyHeight } = viewport
  const rect = rectOf(selection)
  const { active } = selection
  const drawnLines = []
  for (let line = drawn.from; line < Math.min(drawn.to, lines.count); line += 1) {
    const place = { line, top: line * rowHeight - drawn.shift, frozenWidth: props.frozenWidth, totalWidth }
    const found = lines.at(line)
    const group = found?.kind === 'group' ? props.groups?.[found.group] : undefined
    if (group) {
      drawnLines.push(
        <GroupRow
          key={line}
          {...place}
          group={group}
          collapsed={props.collapsed.has(group.label)}
          columns={props.columns}
          activeId={line === active.line ? props.activeId : undefined}
          texts={texts}
        />,
      )
    } else if (found?.kind === 'row') {
      const row = props.source.row(found.index)
      const inside = touched && line >= rect.top && line <= rect.bottom
      drawnLines.push(
        <Row
          key={line}
          {...place}
          row={row}
          overlay={row && props.pending.overlay(row.id)}
          frozen={props.frozen}
          scrolling={props.scrolling}
          selectedFrom={inside ? rect.left : -1}
          selectedTo={inside ? rect.right : -1}
          isRange={!isSingle(selection)}
          isTop={inside && line === rect.top}
          isBottom={inside && line === rect.bottom}
          activeCol={line === active.line ? active.col : -1}
          activeId={props.activeId}
          loadingText={say(texts, 'loadingRow')}
          highlight={props.highlight}
        />,
      )
    }
  }
  return (
    <div
      role="rowgroup"
      className="ztg-body"
      style={{ height: map.physicalHeight, minHeight: bodyHeight, width: totalWidth }}
    >
      {drawnLines}
    </div>
  )
}
