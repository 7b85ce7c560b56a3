import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type ColumnLayout, columnWindow, lineWindow } from './column-layout.ts'
import {
  clamp,
  follow,
  mustSettle,
  type ScrollMap,
  type ScrollPosition,
  scrollMap,
  settle,
} from './scroll-map.ts'
import type { CellAt } from './selection.ts'

/** What is drawn: lines and columns (first, one past the last) and how far lines are drawn from their true place. */
export type DrawnWindow = {
  from: number
  to: number
  colFrom: number
  colTo: number
  shift: number
  scrolledX: boolean
}

export type CellBox = { x: number; y: number; width: number; height: number }

export type Viewport = {
  drawn: DrawnWindow
  map: ScrollMap
  width: number
  /** Height of the part that rows scroll in. */
  bodyHeight: number
  page: number
  onScroll: () => void
  /** Scrolls as little as needed to show a cell. */
  reveal: (at: CellAt) => void
  scrollBy: (x: number, y: number) => void
  /** Place of a cell from the top left of the scrolling box. */
  boxOf: (at: CellAt) => CellBox
  lineAt: (y: number) => number
  scrollLeft: () => number
}

const REST = 140

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  lines: number
  rowHeight: number
  headerHeight: number
  footerHeight: number
  layout: ColumnLayout
  size: { width: number; height: number }
  afterScroll: () => void
}

/** Follows the scrolling box, and keeps lists taller than a browser allows in step with it. */
export function useViewport(options: Options): Viewport {
  const { scroller, lines, rowHeight, headerHeight, footerHeight, layout, size, afterScroll } = options
  const bodyHeight = Math.max(0, size.height - headerHeight - footerHeight)
  const map = useMemo(() => scrollMap(lines * rowHeight, bodyHeight), [lines, rowHeight, bodyHeight])
  const at = useRef<ScrollPosition>({ physical: 0, virtual: 0 })
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  const windowNow = useCallback((): DrawnWindow => {
    const { physical, virtual } = at.current
    const scrollLeft = scroller.current?.scrollLeft ?? 0
    const drawnLines = lineWindow(virtual, bodyHeight, rowHeight, lines)
    const drawnColumns = columnWindow(layout, scrollLeft, size.width)
    return {
      ...drawnLines,
      colFrom: drawnColumns.from,
      colTo: drawnColumns.to,
      shift: map.identity ? 0 : virtual - physical,
      scrolledX: scrollLeft > 0,
    }
  }, [scroller, bodyHeight, rowHeight, lines, layout, size.width, map])

  const [drawn, setDrawn] = useState(windowNow)
  const redraw = useCallback(() => {
    const next = windowNow()
    setDrawn((before) => (sameWindow(before, next) ? before : next))
  }, [windowNow])

  const moveTo = useCallback(
    (virtual: number) => {
      const target = clamp(virtual, 0, map.virtualMax)
      at.current = { virtual: target, physical: map.toPhysical(target) }
      if (scroller.current) scroller.current.scrollTop = at.current.physical
    },
    [map, scroller],
  )

  const onScroll = useCallback(() => {
    const box = scroller.current
    if (!box) return
    at.current = follow(map, at.current, box.scrollTop, bodyHeight)
    const align = () => {
      const rested = settle(map, at.current)
      if (Math.abs(rested.physical - at.current.physical) <= 1) return
      at.current = rested
      box.scrollTop = rested.physical
    }
    if (mustSettle(map, at.current)) align()
    flushSync(redraw)
    afterScroll()
    if (map.identity) return
    clearTimeout(rest.current)
    rest.current = setTimeout(() => {
      align()
      flushSync(redraw)
      afterScroll()
    }, REST)
  }, [map, bodyHeight, redraw, scroller, afterScroll])

  useLayoutEffect(() => {
    if (at.current.virtual > map.virtualMax) moveTo(map.virtualMax)
    redraw()
  }, [map, moveTo, redraw])
  useLayoutEffect(() => () => clearTimeout(rest.current), [])

  const boxOf = useCallback(
    ({ line, col }: CellAt): CellBox => {
      const column = layout.columns[col]
      const scrollLeft = scroller.current?.scrollLeft ?? 0
      const x = (column?.left ?? 0) - (column?.isFrozen ? 0 : scrollLeft)
      const width = column?.width ?? 0
      if (line < 0) return { x, y: 0, width, height: headerHeight }
      return { x, y: headerHeight + line * rowHeight - at.current.virtual, width, height: rowHeight }
    },
    [layout, scroller, headerHeight, rowHeight],
  )

  const reveal = useCallback(
    ({ line, col }: CellAt) => {
      const box = scroller.current
      if (!box) return
      if (line >= 0) {
        const top = line * rowHeight
        const { virtual } = at.current
        if (top < virtual) moveTo(top)
        else if (top + rowHeight > virtual + bodyHeight) moveTo(top + rowHeight - bodyHeight)
      }
      const column = layout.columns[col]
      if (column && !column.isFrozen) {
        const low = column.left - layout.frozenWidth
        const high = column.left + column.width - size.width
        if (low < box.scrollLeft) box.scrollLeft = low
        else if (high > box.scrollLeft) box.scrollLeft = Math.min(low, high)
      }
      redraw()
      afterScroll()
    },
    [scroller, rowHeight, bodyHeight, moveTo, layout, size.width, redraw, afterScroll],
  )

  const scrollBy = useCallback(
    (x: number, y: number) => {
      if (scroller.current && x !== 0) scroller.current.scrollLeft += x
      if (y !== 0) moveTo(at.current.virtual + y)
      redraw()
      afterScroll()
    },
    [scroller, moveTo, redraw, afterScroll],
  )

  return {
    drawn,
    map,
    width: size.width,
    bodyHeight,
    page: Math.max(1, Math.floor(bodyHeight / rowHeight) - 1),
    onScroll,
    reveal,
    scrollBy,
    boxOf,
    lineAt: (y) => Math.floor((y - headerHeight + at.current.virtual) / rowHeight),
    scrollLeft: () => scroller.current?.scrollLeft ?? 0,
  }
}

function sameWindow(a: DrawnWindow, b: DrawnWindow): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.colFrom === b.colFrom &&
    a.colTo === b.colTo &&
    a.shift === b.shift &&
    a.scrolledX === b.scrolledX
  )
}
