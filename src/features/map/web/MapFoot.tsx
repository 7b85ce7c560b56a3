import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useLineState } from '../../../web/live.ts'
import { metresPerPixel, scaleLength } from '../../../web/map/scale.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { Button } from '../../../web/ui/index.ts'
import type { BaseOnMap } from '../../basemaps/web/use-basemap.ts'
import { lengthWords } from './measure-words.ts'

const widest = 110

type MapFootProps = {
  map: MapLibre
  /** Something was changed by somebody and has just been drawn. */
  isFresh: boolean
  isPast: boolean
  /** Parts of the map did not come. */
  isTorn: boolean
  onRetry: () => void
  base: BaseOnMap
}

/** The scale, whose the base map is, and how new what one sees is. */
export function MapFoot({ map, isFresh, isPast, isTorn, onRetry, base }: MapFootProps) {
  const t = useWords('map')
  const line = useLineState()
  const perPixel = () => metresPerPixel(map.getCenter().lat, map.getZoom())
  const [metres, setMetres] = useState(perPixel)
  useMapEvent(map, 'move', () => setMetres(perPixel()))
  const length = scaleLength(metres, widest)
  return (
    <div className="zt-map-foot">
      <p role="status">
        {isTorn ? (
          <span className="zt-map-lost">
            {t('torn')} <Button onClick={onRetry}>{t('frame:retry')}</Button>
          </span>
        ) : line === 'lost' && !isPast ? (
          <span className="zt-map-lost">{t('lost')}</span>
        ) : isFresh ? (
          <span className="zt-map-fresh">{t('fresh')}</span>
        ) : null}
      </p>
      {base.style && <BaseCredit base={base} />}
      <span className="zt-map-scale" style={{ width: length / metres }}>
        {lengthWords(length, t)}
      </span>
    </div>
  )
}

/** Quietly: without it, all that is the zone's own is there. */
function BaseCredit({ base: { credit, isFailing, retry } }: { base: BaseOnMap }) {
  const t = useWords('basemaps')
  if (!isFailing) return credit && <span className="zt-map-credit">{credit}</span>
  return (
    <span className="zt-map-credit" role="status">
      {t('silent')}{' '}
      <Button kind="quiet" onClick={retry}>
        {t('frame:retry')}
      </Button>
    </span>
  )
}
