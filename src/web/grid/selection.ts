import { clamp } from './scroll-map.ts'

/** Line −1 is the header. Columns count as shown. */
export type CellAt = { line: number; col: number }

/** The range spans anchor and head; the active cell, where typing goes, lies inside it. */
export type Selection = { anchor: CellAt; head: CellAt; active: CellAt }

/** Inclusive on all sides. */
export type Rect = { top: number; bottom: number; left: number; right: number }

export type Bounds = { lines: number; cols: number; page: number }

export type Direction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'lineStart'
  | 'lineEnd'
  | 'top'
  | 'bottom'
  | 'first'
  | 'last'

export function selectCell(at: CellAt): Selection {
  return { anchor: at, head: at, active: at }
}

export function rectOf({ anchor, head }: Selection): Rect {
  return {
    top: Math.min(anchor.line, head.line),
    bottom: Math.max(anchor.line, head.line),
    left: Math.min(anchor.col, head.col),
    right: Math.max(anchor.col, head.col),
  }
}

export function isSingle({ anchor, head }: Selection): boolean {
  return anchor.line === head.line && anchor.col === head.col
}

export function selectRect(rect: Rect, active?: CellAt): Selection {
  const anchor = { line: rect.top, col: rect.left }
  return { anchor, head: { line: rect.bottom, col: rect.right }, active: active ?? anchor }
}

export function selectAll(bounds: Bounds, active: CellAt): Selection {
  return selectRect(
    { top: 0, bottom: Math.max(0, bounds.lines - 1), left: 0, right: Math.max(0, bounds.cols - 1) },
    clampCell(active, bounds),
  )
}

export function selectLines(selection: Selection, bounds: Bounds): Selection {
  const { top, bottom } = rectOf(selection)
  return selectRect({ top: Math.max(0, top), bottom, left: 0, right: bounds.cols - 1 }, selection.active)
}

export function selectColumns(selection: Selection, bounds: Bounds): Selection {
  const { left, right } = rectOf(selection)
  return selectRect({ top: 0, bottom: bounds.lines - 1, left, right }, clampCell(selection.active, bounds))
}

/** Keeps a cell on the grid; the header line is kept as it is. */
export function clampCell(at: CellAt, { lines, cols }: Bounds): CellAt {
  return { line: clamp(at.line, 0, Math.max(0, lines - 1)), col: clamp(at.col, 0, Math.max(0, cols - 1)) }
}

export function clampSelection(selection: Selection, bounds: Bounds): Selection {
  const keep = (at: CellAt) => ({
    line: at.line < 0 ? -1 : clampCell(at, bounds).line,
    col: clampCell(at, bounds).col,
  })
  return { anchor: keep(selection.anchor), head: keep(selection.head), active: keep(selection.active) }
}

/** Moves the active cell, or with `extend` the head of the range. Up from the first line reaches the header. */
export function move(selection: Selection, to: Direction, extend: boolean, bounds: Bounds): Selection {
  const from = extend ? selection.head : selection.active
  const target = targetOf(from, to, bounds)
  const lowest = extend ? 0 : -1
  const head = {
    line: clamp(target.line, Math.min(lowest, from.line), Math.max(lowest, bounds.lines - 1)),
    col: clamp(target.col, 0, Math.max(0, bounds.cols - 1)),
  }
  if (extend && from.line < 0) return selection
  return extend ? { ...selection, head } : selectCell(head)
}

function targetOf({ line, col }: CellAt, to: Direction, { lines, cols, page }: Bounds): CellAt {
  switch (to) {
    case 'up':
      return { line: line - 1, col }
    case 'down':
      return { line: line + 1, col }
    case 'left':
      return { line, col: col - 1 }
    case 'right':
      return { line, col: col + 1 }
    case 'pageUp':
      return { line: Math.max(0, line - page), col }
    case 'pageDown':
      return { line: line + page, col }
    case 'lineStart':
      return { line, col: 0 }
    case 'lineEnd':
      return { line, col: cols - 1 }
    case 'top':
      return { line: 0, col }
    case 'bottom':
      return { line: lines - 1, col }
    case 'first':
      return { line: 0, col: 0 }
    case 'last':
      return { line: lines - 1, col: cols - 1 }
  }
}

/**
 * Tab and Enter: inside a range they walk through it and around; on a single cell they go on to the next cell or
 * line. Returns null when Tab runs off the grid, so that focus may leave it.
 */
export function advance(
  selection: Selection,
  by: 'cell' | 'line',
  back: boolean,
  bounds: Bounds,
): Selection | null {
  const step = back ? -1 : 1
  const { active } = selection
  if (isSingle(selection)) {
    if (by === 'line') return move(selection, back ? 'up' : 'down', false, bounds)
    const place = Math.max(0, active.line) * bounds.cols + active.col + step
    if (place < 0 || place >= bounds.lines * bounds.cols) return null
    return selectCell({ line: Math.floor(place / bounds.cols), col: place % bounds.cols })
  }
  const { top, bottom, left, right } = rectOf(selection)
  const lines = bottom - top + 1
  const cols = right - left + 1
  const place =
    by === 'cell'
      ? (active.line - top) * cols + active.col - left
      : (active.col - left) * lines + active.line - top
  const next = (place + step + lines * cols) % (lines * cols)
  const at =
    by === 'cell'
      ? { line: top + Math.floor(next / cols), col: left + (next % cols) }
      : { line: top + (next % lines), col: left + Math.floor(next / lines) }
  return { ...selection, active: at }
}
