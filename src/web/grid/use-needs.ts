import { useEffect, useRef } from 'react'
import type { GridSource } from './grid-types.ts'

const CALM = 80

/**
 * Asks the source for the rows in sight: at once after a pause, otherwise when scrolling calms down, so that dragging
 * the scroll bar does not ask for everything on the way.
 */
export function useNeeds(source: GridSource, from: number, to: number): void {
  const latest = useRef(source)
  latest.current = source
  const asked = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another total means other rows
  useEffect(() => {
    if (to <= from) return
    const ask = () => {
      asked.current = performance.now()
      latest.current.need(from, to)
    }
    if (performance.now() - asked.current > CALM) {
      ask()
      return
    }
    const timer = setTimeout(ask, CALM)
    return () => clearTimeout(timer)
  }, [from, to, source.total])
}
