import type { MapEventType } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapLibre } from './start-map.ts'

/** Hears an event of the map with the newest listener. */
export function useMapEvent<N extends keyof MapEventType>(
  map: MapLibre | undefined,
  name: N,
  listener: (event: MapEventType[N]) => void,
) {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const heard = map?.on(name, (event) => latest.current(event as MapEventType[N]))
    return () => heard?.unsubscribe()
  }, [map, name])
}
