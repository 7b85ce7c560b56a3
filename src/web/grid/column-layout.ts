import type { GridColumn } from './grid-types.ts'

export type PlacedColumn = GridColumn & { left: number; index: number; isFrozen: boolean }

export type ColumnLayout = {
  columns: PlacedColumn[]
  frozenCount: number
  frozenWidth: number
  totalWidth: number
}

export const MIN_WIDTH = 40
/** In a narrow window frozen columns may take this part of the width; the rest of them scroll. */
const FROZEN_PART = 0.6

/** Frozen columns first, each with its left edge in px. `view` 0 means not measured yet. */
export function layoutColumns(columns: readonly GridColumn[], view: number): ColumnLayout {
  const ordered = [...columns.filter((c) => c.frozen), ...columns.filter((c) => !c.frozen)]
  let left = 0
  let frozenCount = 0
  let frozenWidth = 0
  const placed = ordered.map((column, index): PlacedColumn => {
    const width = Math.max(MIN_WIDTH, column.width)
    const fits = view === 0 || left + width <= view * FROZEN_PART
    const isFrozen = column.frozen === true && frozenCount === index && fits
    if (isFrozen) {
      frozenCount += 1
      frozenWidth = left + width
    }
    const here = { ...column, width, left, index, isFrozen }
    left += width
    return here
  })
  return { columns: placed, frozenCount, frozenWidth, totalWidth: left }
}

/** Columns (first and one past the last) that the scrolling part shows, with some to spare on either side. */
export function columnWindow(
  layout: ColumnLayout,
  scrollLeft: number,
  view: number,
  spare = 160,
): { from: number; to: number } {
  const low = scrollLeft + layout.frozenWidth - spare
  const high = scrollLeft + view + spare
  const { columns, frozenCount } = layout
  let from = frozenCount
  while (from < columns.length - 1 && edge(columns[from]) <= low) from += 1
  let to = from
  while (to < columns.length && (columns[to]?.left ?? high) < high) to += 1
  return { from, to }
}

function edge(column: PlacedColumn | undefined): number {
  return column ? column.left + column.width : 0
}

/** The column under an x measured from the left of the scrolling box; the nearest one beyond the ends. */
export function columnAt(layout: ColumnLayout, x: number, scrollLeft: number): number {
  const inside = x < layout.frozenWidth ? Math.max(0, x) : x + scrollLeft
  const found = layout.columns.findIndex((column) => inside < edge(column))
  return found < 0 ? layout.columns.length - 1 : found
}

/**
 * The columns after one is moved before another place (counted in the shown order). A column takes on being frozen
 * from where it lands: among the frozen ones it freezes, beyond them it scrolls.
 */
export function moveColumn(columns: readonly GridColumn[], from: number, to: number): GridColumn[] {
  const moved = columns[from]
  if (!moved) return [...columns]
  const others = columns.filter((_, index) => index !== from)
  const place = to > from ? to - 1 : to
  const frozenOthers = others.filter((c) => c.frozen).length
  const stays = moved.frozen === true && place === frozenOthers
  others.splice(place, 0, { ...moved, frozen: place < frozenOthers || stays })
  return others
}

/** Lines (first and one past the last) around the visible ones, in steps, so that few scroll events redraw. */
export function lineWindow(
  virtual: number,
  view: number,
  lineHeight: number,
  lines: number,
): { from: number; to: number } {
  const step = 4
  const first = Math.floor(virtual / lineHeight)
  const last = Math.ceil((virtual + view) / lineHeight)
  const from = Math.max(0, Math.floor((first - step) / step) * step)
  const to = Math.min(lines, Math.ceil((last + step) / step) * step)
  return { from: Math.min(from, to), to }
}
