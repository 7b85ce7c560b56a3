import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../../../web/api.ts'
import { useLive } from '../../../web/live.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useTheme } from '../../../web/theme/index.ts'
import type { BasemapView } from '../contract.ts'
import { basePictures } from './base-protocol.ts'
import { type BaseStyle, baseSources, baseStyle } from './base-style.ts'

const key = ['basemap'] as const

export type BaseOnMap = {
  /** The zone has one. */
  isThere: boolean
  /** Undefined: none is drawn. */
  style: BaseStyle | undefined
  credit: string
  isFailing: boolean
  retry: () => void
}

/** The zone's base map as a map draws it, unless it is hidden. */
export function useBasemap(map: MapLibre | undefined, isHidden: boolean): BaseOnMap {
  const client = useQueryClient()
  const { theme } = useTheme()
  const { data: view } = useQuery({
    queryKey: [...key, 'view'],
    queryFn: () => api.get<BasemapView>('/basemap/view'),
  })
  useLive((written) => {
    if (!written || written.includes('basemap')) void client.invalidateQueries({ queryKey: key })
  })
  const isFailing = useSyncExternalStore(basePictures.watch, basePictures.isFailing)
  const isThere = view !== undefined && view.sets.length > 0
  const isDrawn = isThere && !isHidden
  const style = useMemo(() => (isDrawn && view ? baseStyle(view, theme) : undefined), [isDrawn, view, theme])
  const sets = view?.sets
  useEffect(() => {
    if (!map || !sets || !isDrawn) return
    return basePictures.onLate(() => {
      for (const id of baseSources(sets)) if (map.getSource(id)) map.refreshTiles(id)
    })
  }, [map, sets, isDrawn])
  return {
    isThere,
    style,
    credit: view?.credit ?? '',
    isFailing: isDrawn && isFailing,
    retry: basePictures.retry,
  }
}
