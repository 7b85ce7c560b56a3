import { useEffect, useRef, useState } from 'react'
import type { MapLibre } from './start-map.ts'
import { thin } from './thin.ts'

export type Sketch = 'box' | 'lasso'
type Point = [number, number]

/** Of a lasso: how far apart its points are on the screen, and how many an address carries without becoming a burden. */
const leastApart = 5
const mostPoints = 200
/** Shorter ways are a hand that trembled. */
const leastDrag = 8

/**
 * Draws with the pointer held down: what `tool` says, or a box while Shift is held. Answers with a ring in degrees.
 * `path` is what is being drawn, for an SVG over the map.
 */
export function useDragSketch(
  map: MapLibre | undefined,
  tool: Sketch | undefined,
  onDrawn: (ring: Point[]) => void,
): { path: string } {
  const [path, setPath] = useState('')
  const latest = useRef({ tool, onDrawn })
  latest.current = { tool, onDrawn }

  useEffect(() => {
    if (!map || !tool) return
    map.dragPan.disable()
    map.touchZoomRotate.disable()
    return () => {
      map.dragPan.enable()
      map.touchZoomRotate.enable()
      map.touchZoomRotate.disableRotation()
    }
  }, [map, tool])

  useEffect(() => {
    if (!map) return
    const place = map.getCanvasContainer()
    const over = new AbortController()
    const begin = (event: PointerEvent) => {
      const kind = latest.current.tool ?? (event.shiftKey ? 'box' : undefined)
      if (!kind || event.button !== 0 || !event.isPrimary) return
      // The map itself must not take it for a drag of its own.
      event.preventDefault()
      event.stopPropagation()
      trace(map, kind, event, over.signal, {
        onPath: setPath,
        onEnd: (ring) => ring && latest.current.onDrawn(ring),
      })
    }
    place.addEventListener('pointerdown', begin, { capture: true, signal: over.signal })
    return () => over.abort()
  }, [map])

  return { path }
}

function trace(
  map: MapLibre,
  kind: Sketch,
  from: PointerEvent,
  leave: AbortSignal,
  told: { onPath: (path: string) => void; onEnd: (ring: Point[] | undefined) => void },
) {
  const place = map.getCanvasContainer()
  const { left, top } = place.getBoundingClientRect()
  const pointOf = (event: PointerEvent): Point => [event.clientX - left, event.clientY - top]
  const start = pointOf(from)
  const points: Point[] = [start]
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, leave])
  const ringOf = ([x, y]: Point): Point[] =>
    kind === 'lasso' ? [...points, [x, y]] : [start, [x, start[1]], [x, y], [start[0], y]]
  const end = (ring: Point[] | undefined) => {
    over.abort()
    told.onPath('')
    // The click that follows the release is part of the drawing.
    const swallow = (event: Event) => event.stopPropagation()
    place.addEventListener('click', swallow, { capture: true })
    setTimeout(() => place.removeEventListener('click', swallow, { capture: true }))
    told.onEnd(ring)
  }
  addEventListener(
    'pointermove',
    (event) => {
      const point = pointOf(event)
      if (kind === 'lasso') points.push(point)
      told.onPath(
        `M${ringOf(point)
          .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
          .join('L')}Z`,
      )
    },
    { signal },
  )
  addEventListener(
    'pointerup',
    (event) => {
      const ring = ringOf(pointOf(event))
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
      const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
      if (extent < leastDrag) return end(undefined)
      const kept = kind === 'lasso' ? thin(ring, leastApart, mostPoints) : ring
      end(
        kept.length < 3
          ? undefined
          : kept.map((point): Point => {
              const { lng, lat } = map.unproject(point as Point)
              return [lng, lat]
            }),
      )
    },
    { signal },
  )
  addEventListener('pointercancel', () => end(undefined), { signal })
  addEventListener('keydown', ({ key }) => key === 'Escape' && end(undefined), { signal })
}
