import { useCallback, useEffect, useMemo, useState } from 'react'
import { ellipsoidalArea } from '../../engine/geometry/area.ts'
import { geodesicLength } from '../../engine/geometry/length.ts'
import type { Position } from '../../engine/geometry/position.ts'
import type { MapLibre } from './start-map.ts'
import { useMapEvent } from './use-map-event.ts'

export type Measure = 'distance' | 'area'
export type Measured = {
  /** Where was pressed, and where the pointer is while more may come. */
  points: Position[]
  /** Metres, along the line or around the surface. */
  length: number
  /** ㎡ of the surface. */
  area: number
}

/** A line or surface pressed together point by point; Backspace takes the last away, Enter or a double click ends it. */
export function useMeasure(
  map: MapLibre | undefined,
  tool: Measure | undefined,
): { measured: Measured; clear: () => void } {
  const [pressed, setPressed] = useState<Position[]>([])
  const [ahead, setAhead] = useState<Position>()
  const [isDone, setDone] = useState(false)
  const clear = useCallback(() => {
    setPressed([])
    setAhead(undefined)
    setDone(false)
  }, [])

  useEffect(() => {
    clear()
    if (!map || !tool) return
    map.doubleClickZoom.disable()
    const end = (event: KeyboardEvent) => {
      if (event.key === 'Enter') setDone(true)
      if (event.key === 'Backspace') setPressed((before) => before.slice(0, -1))
    }
    const place = map.getContainer()
    place.addEventListener('keydown', end)
    return () => {
      map.doubleClickZoom.enable()
      place.removeEventListener('keydown', end)
    }
  }, [map, tool, clear])

  useMapEvent(map, 'click', ({ lngLat }) => {
    if (!tool) return
    const point: Position = [lngLat.lng, lngLat.lat]
    if (isDone) {
      setDone(false)
      setAhead(undefined)
      return setPressed([point])
    }
    setPressed((before) => (String(before.at(-1)) === String(point) ? before : [...before, point]))
  })
  useMapEvent(map, 'dblclick', () => tool && setDone(true))
  useMapEvent(map, 'mousemove', ({ lngLat }) => {
    if (tool && !isDone && pressed.length > 0) setAhead([lngLat.lng, lngLat.lat])
  })

  const measured = useMemo(() => {
    const points = ahead && !isDone ? [...pressed, ahead] : pressed
    const [first] = points
    const isSurface = tool === 'area' && points.length > 2 && first !== undefined
    return {
      points,
      length: geodesicLength(isSurface ? [...points, first] : points),
      area: isSurface ? ellipsoidalArea([points]) : 0,
    }
  }, [pressed, ahead, isDone, tool])
  return { measured, clear }
}
