import { useEffect, useRef } from 'react'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { markMs } from '../model/marks.ts'

const layers = [
  { source: 'land', sourceLayer: 'parcels' },
  { source: 'projects', sourceLayer: 'projects' },
] as const

/** What each feature in sight says of itself, by its id. */
type Seen = Map<string, string>

/** Rings what stands on the map otherwise than before, for a minute. Another scene or day is no change. */
export function useMapMarks(map: MapLibre | undefined, scene: string, day: string) {
  const before = useRef<{ scope: string; seen: Seen[] }>(undefined)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  const scope = `${scene} ${day}`

  useMapEvent(map, 'idle', () => {
    if (!map) return
    const seen = layers.map((layer) => look(map, layer))
    const former = before.current
    before.current = { scope, seen }
    if (former?.scope !== scope) return
    for (const [at, layer] of layers.entries())
      for (const [id, words] of seen[at] ?? []) if (former.seen[at]?.get(id) !== words) ring(map, layer, id)
  })

  function ring(on: MapLibre, layer: (typeof layers)[number], id: string) {
    const feature = { ...layer, id }
    on.setFeatureState(feature, { chosen: true })
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      if (on.getSource(layer.source)) on.removeFeatureState(feature, 'chosen')
    }, markMs)
    timers.current.add(timer)
  }

  useEffect(() => {
    const own = timers.current
    return () => {
      before.current = undefined
      for (const timer of own) clearTimeout(timer)
      own.clear()
    }
  }, [])
}

function look(map: MapLibre, { source, sourceLayer }: (typeof layers)[number]): Seen {
  const features = map.querySourceFeatures(source, { sourceLayer })
  // Without an id they are several, too small to tell apart.
  return new Map(
    features.flatMap(({ id, properties }) =>
      id === undefined ? [] : [[String(id), JSON.stringify(properties)] as const],
    ),
  )
}
