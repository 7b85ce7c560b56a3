import { type PointerEvent, useState } from 'react'
import type { PlacedColumn } from './column-layout.ts'
import type { GridSort } from './grid-types.ts'
import { HeaderCell } from './HeaderCell.tsx'
import type { GridTexts } from './texts.ts'

type Props = {
  frozen: readonly PlacedColumn[]
  scrolling: readonly PlacedColumn[]
  frozenWidth: number
  totalWidth: number
  height: number
  sort: readonly GridSort[]
  activeCol: number
  activeId: string
  texts: GridTexts
  /** A click that was no drag. */
  onPress: (column: PlacedColumn, add: boolean) => void
  onFit: (column: PlacedColumn) => void
  resize: (key: string, width: number, done: boolean) => void
  moveTo: (from: number, to: number) => void
  /** Place (0 … number of columns) that a drop at this client x would take. */
  dropAt: (clientX: number) => number
  /** Left edge of that place in the header's own px. */
  edgeAt: (place: number) => number
}

const DRAG_FROM = 5

export function HeaderRow(props: Props) {
  const { frozen, scrolling, frozenWidth, totalWidth, height, sort, activeCol, activeId, texts } = props
  const [drag, setDrag] = useState<{ index: number; to: number } | null>(null)

  const grab = (event: PointerEvent, column: PlacedColumn) => {
    if (event.button !== 0) return
    event.preventDefault()
    const startX = event.clientX
    const add = event.shiftKey
    let to = -1
    track(event, {
      move: (e) => {
        if (to < 0 && Math.abs(e.clientX - startX) < DRAG_FROM) return
        to = props.dropAt(e.clientX)
        setDrag({ index: column.index, to })
      },
      end: (cancelled) => {
        setDrag(null)
        if (cancelled) return
        if (to < 0) props.onPress(column, add)
        else if (to !== column.index && to !== column.index + 1) props.moveTo(column.index, to)
      },
    })
  }

  const startResize = (event: PointerEvent, column: PlacedColumn) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const startX = event.clientX
    let width = column.width
    track(event, {
      move: (e) => {
        width = column.width + e.clientX - startX
        props.resize(column.key, width, false)
      },
      end: () => width !== column.width && props.resize(column.key, width, true),
    })
  }

  const cells = (columns: readonly PlacedColumn[]) =>
    columns.map((column) => (
      <HeaderCell
        key={column.key}
        column={column}
        sort={sort}
        activeId={column.index === activeCol ? activeId : undefined}
        dragged={drag?.index === column.index}
        texts={texts}
        onGrab={grab}
        onResizeStart={startResize}
        onFit={props.onFit}
      />
    ))

  return (
    <div role="rowgroup" className="ztg-head" style={{ width: totalWidth, height }}>
      <div role="row" aria-rowindex={1} className="ztg-head-row">
        <div role="none" className="ztg-frozen" style={{ width: frozenWidth }}>
          {cells(frozen)}
        </div>
        {cells(scrolling)}
      </div>
      {drag && <span className="ztg-drop" style={{ left: props.edgeAt(drag.to) }} />}
    </div>
  )
}

type Tracking = { move: (event: globalThis.PointerEvent) => void; end: (cancelled: boolean) => void }

/** Follows one pointer until it is let go, wherever it goes; Escape gives up. */
function track(event: PointerEvent, { move, end }: Tracking): void {
  const { pointerId } = event
  const stop = new AbortController()
  const finish = (cancelled: boolean) => {
    stop.abort()
    end(cancelled)
  }
  const options = { signal: stop.signal, capture: true }
  window.addEventListener('pointermove', (e) => e.pointerId === pointerId && move(e), options)
  window.addEventListener('pointerup', (e) => e.pointerId === pointerId && finish(false), options)
  window.addEventListener('pointercancel', (e) => e.pointerId === pointerId && finish(true), options)
  window.addEventListener('keydown', (e) => e.key === 'Escape' && finish(true), options)
}
