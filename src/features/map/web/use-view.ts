import { useEffect, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { type Box, boxOf, type MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { type View, viewText } from './map-address.ts'

/** After the last movement: the address and the counts follow a map that rests. */
const restMs = 200

/** Keeps the address at what the map shows, and the map at what the address says; answers with what is in sight. */
export function useView(
  map: MapLibre | undefined,
  view: View | undefined,
  isAnywhere: boolean,
): Box | undefined {
  const { setSearch } = useAddress()
  const [sight, setSight] = useState<Box>()
  const written = useRef(view && viewText(view))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = () => {
    if (!map) return
    const { lng: lon, lat } = map.getCenter()
    const now = viewText({ lon, lat, zoom: map.getZoom() })
    setSight(boxOf(map))
    // Where nothing is drawn, no view is worth keeping.
    if (now === written.current || !isAnywhere) return
    written.current = now
    setSearch({ at: now }, { replace: true })
  }
  useMapEvent(map, 'load', settle)
  useMapEvent(map, 'resize', () => map && setSight(boxOf(map)))
  useMapEvent(map, 'moveend', () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, restMs)
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  // The way back, or a link within the page: what this map wrote itself moves nothing.
  const text = view && viewText(view)
  useEffect(() => {
    if (!map || !view || text === written.current) return
    written.current = text
    map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom })
  }, [map, view, text])
  return sight
}
