import { useEffect, useMemo, useState } from 'react'
import type { Drawn } from '../../../web/map/Overlay.tsx'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useDragSketch } from '../../../web/map/use-drag-sketch.ts'
import { type Measured, useMeasure } from '../../../web/map/use-measure.ts'
import { readLasso, writeLasso } from '../../spaces/model/lasso.ts'
import type { Tool } from './MapTools.tsx'

export type Tools = {
  tool: Tool | undefined
  setTool: (tool: Tool | undefined) => void
  measured: Measured
  measureAgain: () => void
  /** What they have drawn, by its degrees. */
  lines: readonly Drawn[]
  /** What is being drawn, on the screen. */
  path: string
}

/** The tool in hand and what it draws; Esc puts it away. `within` is the selection that stands. */
export function useTools(
  map: MapLibre | undefined,
  within: string | undefined,
  onSelected: (within: string) => void,
): Tools {
  const [tool, setTool] = useState<Tool>()
  const sketch = tool === 'box' || tool === 'lasso' ? tool : undefined
  const { path } = useDragSketch(map, sketch, (ring) => {
    setTool(undefined)
    onSelected(writeLasso(ring))
  })
  const measure = tool === 'distance' || tool === 'area' ? tool : undefined
  const { measured, clear } = useMeasure(map, measure)
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setTool(undefined)
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  const lines = useMemo(() => {
    const ring = within ? readLasso(within) : undefined
    const { points } = measured
    const selection = ring && { key: 'selection', points: ring, isClosed: true, look: 'zt-map-selection' }
    const measuring = points.length > 0 && {
      ...{ key: 'measure', points, look: 'zt-map-measure', hasDots: true },
      isClosed: measure === 'area' && points.length > 2,
    }
    return [...(selection ? [selection] : []), ...(measuring ? [measuring] : [])]
  }, [within, measured, measure])
  return { tool, setTool, measured, measureAgain: clear, lines, path }
}
