import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { type ColumnLayout, columnAt } from './column-layout.ts'
import { clamp } from './scroll-map.ts'
import type { CellAt } from './selection.ts'
import type { Viewport } from './use-viewport.ts'

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  viewport: Viewport
  layout: ColumnLayout
  lines: number
  headerHeight: number
  onPress: (at: CellAt, extend: boolean, touch: boolean) => void
  onDrag: (at: CellAt) => void
  onDouble: (at: CellAt) => void
}

export type PointerHandlers = {
  onPointerDown: (event: PointerEvent) => void
  onClick: (event: MouseEvent) => void
  onDoubleClick: (event: MouseEvent) => void
  onMouseOver: (event: MouseEvent) => void
}

/** Finds cells under the pointer by their place, and scrolls when a drag leaves the box. */
export function usePointer(options: Options): PointerHandlers {
  const latest = useRef(options)
  latest.current = options
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const cellAt = useCallback((clientX: number, clientY: number): CellAt => {
    const { scroller, viewport, layout, lines } = latest.current
    const box = scroller.current?.getBoundingClientRect()
    return {
      line: clamp(viewport.lineAt(clientY - (box?.top ?? 0)), 0, Math.max(0, lines - 1)),
      col: columnAt(layout, clientX - (box?.left ?? 0), viewport.scrollLeft()),
    }
  }, [])

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      const { lines, onPress } = latest.current
      if (event.button !== 0 || lines === 0 || !insideBody(event, latest.current)) return
      if (event.pointerType === 'touch') return // it may become a scroll; see onClick
      event.preventDefault() // focus stays where typing goes
      onPress(cellAt(event.clientX, event.clientY), event.shiftKey, false)
      stop.current = drag(event, latest, cellAt)
    },
    [cellAt],
  )

  const onClick = useCallback(
    (event: MouseEvent) => {
      const { lines, onPress } = latest.current
      const touch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch'
      if (!touch || lines === 0 || !insideBody(event, latest.current)) return
      onPress(cellAt(event.clientX, event.clientY), event.shiftKey, true)
    },
    [cellAt],
  )

  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      if (insideBody(event, latest.current)) latest.current.onDouble(cellAt(event.clientX, event.clientY))
    },
    [cellAt],
  )

  return { onPointerDown, onClick, onDoubleClick, onMouseOver: showWhole }
}

/** A cell whose text is cut gets the whole of it as its tooltip. */
function showWhole({ target }: MouseEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ztg-cell') : null
  if (!cell || cell.classList.contains('ztg-rejected') || cell.classList.contains('ztg-head-cell')) return
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? ''
  else if (!cell.classList.contains('ztg-group-label')) cell.removeAttribute('title')
}

function insideBody(event: MouseEvent, { scroller, headerHeight, viewport, layout }: Options): boolean {
  const box = scroller.current
  if (!box) return false
  const { left, top } = box.getBoundingClientRect()
  const x = event.clientX - left
  const y = event.clientY - top - headerHeight
  const inside = x < box.clientWidth && y >= 0 && y < viewport.bodyHeight
  return inside && x + viewport.scrollLeft() < layout.totalWidth
}

function drag(
  start: PointerEvent,
  latest: RefObject<Options>,
  cellAt: (x: number, y: number) => CellAt,
): () => void {
  const over = new AbortController()
  const at = { x: start.clientX, y: start.clientY }
  let frame = 0
  const step = () => {
    const { scroller, viewport, headerHeight, layout, onDrag } = latest.current
    const box = scroller.current?.getBoundingClientRect()
    if (!box) return
    const past = (value: number, low: number, high: number) =>
      value < low ? value - low : Math.max(0, value - high)
    const top = box.top + headerHeight
    const startedFrozen = start.clientX - box.left < layout.frozenWidth
    const canGoLeft = !startedFrozen && viewport.scrollLeft() > 0
    const leftEdge = canGoLeft ? box.left + layout.frozenWidth : Number.NEGATIVE_INFINITY
    const dx = past(at.x, leftEdge, box.left + viewport.width)
    const dy = past(at.y, top, top + viewport.bodyHeight)
    if (dx !== 0 || dy !== 0) {
      viewport.scrollBy(clamp(dx, -60, 60) / 2, clamp(dy, -120, 120) / 2)
      const x = clamp(at.x, box.left, box.left + viewport.width - 1)
      onDrag(cellAt(x, clamp(at.y, top, top + viewport.bodyHeight - 1)))
    }
    frame = requestAnimationFrame(step)
  }
  const end = () => {
    over.abort()
    cancelAnimationFrame(frame)
  }
  const options = { signal: over.signal }
  window.addEventListener(
    'pointermove',
    (event) => {
      at.x = event.clientX
      at.y = event.clientY
      const { scroller, viewport, headerHeight, onDrag } = latest.current
      const top = (scroller.current?.getBoundingClientRect().top ?? 0) + headerHeight
      onDrag(cellAt(at.x, clamp(at.y, top, top + viewport.bodyHeight - 1)))
    },
    options,
  )
  window.addEventListener('pointerup', end, options)
  window.addEventListener('pointercancel', end, options)
  frame = requestAnimationFrame(step)
  return end
}
