import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Lines, windowOf } from './lines.ts'

/** The lines in sight, followed as the box scrolls or grows; on paper all of them. */
export function useWindow(scroller: RefObject<HTMLElement | null>, lines: Lines, headHeight: number) {
  const [drawn, setDrawn] = useState({ from: 0, to: 0, page: 1 })
  const [isPrinting, setPrinting] = useState(false)
  const look = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const height = box.clientHeight - headHeight
    const page = Math.max(1, Math.floor(height / 48) - 1)
    const next = { ...windowOf(lines, box.scrollTop, height), page }
    setDrawn((before) =>
      before.from === next.from && before.to === next.to && before.page === page ? before : next,
    )
  }, [scroller, lines, headHeight])
  useLayoutEffect(look, [look])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [scroller, look])
  useEffect(() => {
    // The browser draws the page for paper as soon as this returns.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  // Drawn with the scrolling, so that no empty line is ever in sight.
  const onScroll = useCallback(() => flushSync(look), [look])
  return {
    from: isPrinting ? 0 : drawn.from,
    to: isPrinting ? lines.count : drawn.to,
    page: drawn.page,
    onScroll,
  }
}
