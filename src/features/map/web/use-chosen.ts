import { useEffect } from 'react'
import type { MapLibre } from '../../../web/map/start-map.ts'
import type { MapAsked } from './map-address.ts'

/** Marks what is open beside the map. A source of another day begins without marks. */
export function useChosen(
  map: MapLibre | undefined,
  { parcelId, projectId }: MapAsked,
  day: string | undefined,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day decides which source is there
  useEffect(() => {
    if (!map || (!parcelId && !projectId)) return
    const feature = parcelId
      ? { source: 'land', sourceLayer: 'parcels', id: parcelId }
      : { source: 'projects', sourceLayer: 'projects', id: projectId ?? '' }
    const mark = () => map.getSource(feature.source) && map.setFeatureState(feature, { chosen: true })
    if (map.getSource(feature.source)) mark()
    const heard = map.on('style.load', mark)
    return () => {
      heard.unsubscribe()
      if (map.getSource(feature.source)) map.removeFeatureState(feature, 'chosen')
    }
  }, [map, parcelId, projectId, day])
}
