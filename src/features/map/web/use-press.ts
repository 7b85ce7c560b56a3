import { useEffect, useState } from 'react'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { type Hit, hitsAt, isHeapAt } from './hits.ts'

/** A press on parcels too small to tell apart goes so much nearer. */
const nearer = 2

export type Open = (kind: Hit['kind'], id: string) => void
/** Several lie under one press. */
export type Several = { hits: Hit[]; at: { x: number; y: number } }

/** A press opens what lies under it; of several, somebody chooses. */
export function usePress(
  map: MapLibre | undefined,
  isOff: boolean,
  open: Open,
): { several: Several | undefined; forget: () => void } {
  const [several, setSeveral] = useState<Several>()
  const forget = () => setSeveral(undefined)
  useMapEvent(map, 'click', ({ point, lngLat, originalEvent }) => {
    forget()
    if (!map || isOff) return
    const isFinger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    const found = hitsAt(map, point, isFinger ? 'touch' : 'mouse')
    const above = found.filter(({ kind }) => kind !== 'parcel')
    // What stands on a parcel is meant where it is pressed; its card leads to the parcel.
    const [one, ...others] = above.length > 0 ? above : found
    if (!one) {
      if (isHeapAt(map, point)) map.easeTo({ center: lngLat, zoom: map.getZoom() + nearer })
      return
    }
    if (others.length === 0) return open(one.kind, one.id)
    setSeveral({ hits: found, at: { x: point.x, y: point.y } })
  })
  useMapEvent(map, 'movestart', forget)
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setSeveral(undefined)
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  return { several, forget }
}
