import { type Dispatch, type RefObject, type SetStateAction, useEffect } from 'react'
import { type Box, zoomed } from './plane.ts'

const wheelStep = 0.0015
/** A hand that trembles does not drag. */
const leastPixels = 4

/** Moves a drawing with the pointer and, with Ctrl or ⌘ as on maps in a page, zooms it with the wheel. */
export function useDrag(place: RefObject<SVGSVGElement | null>, setView: Dispatch<SetStateAction<Box>>) {
  useEffect(() => {
    const svg = place.current
    if (!svg) return
    let from: { x: number; y: number } | undefined
    let isMoving = false
    function onDown({ clientX, clientY, button }: PointerEvent) {
      if (button === 0) from = { x: clientX, y: clientY }
      isMoving = false
    }
    function onMove({ clientX, clientY, pointerId }: PointerEvent) {
      if (!svg || !from) return
      const [right, down] = [clientX - from.x, clientY - from.y]
      if (!isMoving && Math.hypot(right, down) < leastPixels) return
      if (!isMoving) svg.setPointerCapture(pointerId)
      isMoving = true
      from = { x: clientX, y: clientY }
      const wide = svg.clientWidth
      setView((now) => ({
        ...now,
        x: now.x - (right / wide) * now.width,
        y: now.y - (down / wide) * now.width,
      }))
    }
    const onUp = () => {
      from = undefined
    }
    /** The end of a drag is no choice of what lies under it. */
    function onClick(event: MouseEvent) {
      if (isMoving) event.stopPropagation()
      isMoving = false
    }
    function onWheel(event: WheelEvent) {
      if (!svg || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      const { left, top, width, height } = svg.getBoundingClientRect()
      const at = [(event.clientX - left) / width, (event.clientY - top) / height] as const
      setView((now) => zoomed(now, Math.exp(event.deltaY * wheelStep), [at[0], at[1]]))
    }
    svg.addEventListener('pointerdown', onDown)
    svg.addEventListener('pointermove', onMove)
    svg.addEventListener('pointerup', onUp)
    svg.addEventListener('pointercancel', onUp)
    svg.addEventListener('click', onClick, { capture: true })
    svg.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      svg.removeEventListener('pointerdown', onDown)
      svg.removeEventListener('pointermove', onMove)
      svg.removeEventListener('pointerup', onUp)
      svg.removeEventListener('pointercancel', onUp)
      svg.removeEventListener('click', onClick, { capture: true })
      svg.removeEventListener('wheel', onWheel)
    }
  }, [place, setView])
}
