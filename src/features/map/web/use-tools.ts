import { useEffect, useMemo, useState } from 'react'
import type { Drawn } from '../../../web/map/Overlay.tsx'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useDragSketch } from '../../../web/map/use-drag-sketch.ts'
import { type Measured, useMeasured } from '../../../web/map/use-measured.ts'
import { type Pressed, usePoints } from '../../../web/map/use-points.ts'
import { readLasso, writeLasso } from '../../spaces/model/lasso.ts'
import type { Tool } from './MapTools.tsx'

export type Tools = {
  tool: Tool | undefined
  setTool: (tool: Tool | undefined) => void
  /** Points pressed with a tool that goes from point to point, and what they measure. */
  pressed: Pressed
  measured: Measured
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
  const pressed = usePoints(map, measure !== undefined || tool === 'split')
  const { points } = pressed
  const measured = useMeasured(points, measure)
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setTool(undefined)
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  const lines = useMemo(() => {
    const ring = within ? readLasso(within) : undefined
    const selection = ring && { key: 'selection', points: ring, isClosed: true, look: 'zt-map-selection' }
    const measuring = points.length > 0 && {
      ...{ key: 'measure', points, look: 'zt-map-measure', hasDots: true },
      isClosed: measure === 'area' && points.length > 2,
    }
    return [...(selection ? [selection] : []), ...(measuring ? [measuring] : [])]
  }, [within, points, measure])
  return { tool, setTool, pressed, measured, lines, path }
}
