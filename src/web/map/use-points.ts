import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Position } from '../../engine/geometry/position.ts'
import type { MapLibre } from './start-map.ts'
import { useMapEvent } from './use-map-event.ts'

export type Pressed = {
  /** Where was pressed, and where the pointer is while more may come. */
  points: readonly Position[]
  /** Ended by Enter, a double click or `end`; the next press begins anew. */
  isDone: boolean
  clear: () => void
  /** Takes the last point away; of a line that was ended, its end. */
  back: () => void
  end: () => void
}

/** Points pressed one by one on a map while `isOn`: Backspace takes the last away, Enter or a double click ends. */
export function usePoints(map: MapLibre | undefined, isOn: boolean): Pressed {
  const [pressed, setPressed] = useState<readonly Position[]>([])
  const [ahead, setAhead] = useState<Position>()
  const [isDone, setDone] = useState(false)
  const clear = useCallback(() => {
    setPressed([])
    setAhead(undefined)
    setDone(false)
  }, [])
  const back = useCallback(() => {
    setDone(false)
    setPressed((before) => before.slice(0, -1))
  }, [])
  const end = useCallback(() => setDone(true), [])

  useEffect(() => {
    clear()
    if (!map || !isOn) return
    map.doubleClickZoom.disable()
    const hear = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') end()
      if (key === 'Backspace') back()
    }
    const place = map.getContainer()
    place.addEventListener('keydown', hear)
    return () => {
      map.doubleClickZoom.enable()
      place.removeEventListener('keydown', hear)
    }
  }, [map, isOn, clear, back, end])

  useMapEvent(map, 'click', ({ lngLat }) => {
    if (!isOn) return
    const point: Position = [lngLat.lng, lngLat.lat]
    if (isDone) {
      setDone(false)
      setAhead(undefined)
      return setPressed([point])
    }
    setPressed((before) => (String(before.at(-1)) === String(point) ? before : [...before, point]))
  })
  useMapEvent(map, 'dblclick', () => isOn && end())
  useMapEvent(map, 'mousemove', ({ lngLat }) => {
    if (isOn && !isDone && pressed.length > 0) setAhead([lngLat.lng, lngLat.lat])
  })
  const points = useMemo(
    () => (ahead && !isDone && pressed.length > 0 ? [...pressed, ahead] : pressed),
    [pressed, ahead, isDone],
  )
  return { points, isDone, clear, back, end }
}
