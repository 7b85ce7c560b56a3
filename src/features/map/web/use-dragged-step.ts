import { useEffect, useState } from 'react'

/** Dragging passes many days; only the one where the hand rests is asked for. */
const restMs = 220

/**
 * A step under a hand that drags, and told once the hand rests. It stays where the hand left it until `shown` is the
 * same: let go of at once, the thumb would jump back first.
 */
export function useDraggedStep(
  shown: number,
  onRest: (step: number) => void,
): [number, (step: number) => void] {
  const [dragged, setDragged] = useState<number>()
  useEffect(() => {
    if (dragged === undefined) return
    if (dragged === shown) return setDragged(undefined)
    const timer = setTimeout(() => onRest(dragged), restMs)
    return () => clearTimeout(timer)
  }, [dragged, shown, onRest])
  return [dragged ?? shown, setDragged]
}
