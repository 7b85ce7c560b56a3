import { useState } from 'react'
import type { Day } from '../../../../shared/days.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import type { MapLibre } from '../../../../web/map/start-map.ts'
import { useTogether } from '../../../../web/map/use-together.ts'
import { Button } from '../../../../web/ui/index.ts'
import { useBasemap } from '../../../basemaps/web/use-basemap.ts'
import { MapPane } from '../MapPane.tsx'
import type { MapAsked } from '../map-address.ts'
import { useNewest } from '../use-newest.ts'
import type { Open } from '../use-press.ts'
import type { Marks } from './marks.ts'

type ThenPaneProps = {
  day: Day
  /** The map of the day looked at, which it moves with. */
  beside: MapLibre
  asked: MapAsked
  marks: Marks | undefined
  onOpen: Open
  isBusy: boolean
}

/** The earlier of two days, beside the one that is looked at. */
export function ThenPane({ day, beside, asked, marks, onOpen, isBusy }: ThenPaneProps) {
  const t = useWords('map')
  const [map, setMap] = useState<MapLibre>()
  const [at] = useState(() => {
    const { lng: lon, lat } = beside.getCenter()
    return { lon, lat, zoom: beside.getZoom() }
  })
  useTogether(beside, map)
  const base = useBasemap(map, asked.hidden.has('base'))
  const { drawnDay, isTorn, retry } = useNewest(map, day)
  return (
    <div className="zt-then" data-drawn={drawnDay ?? undefined}>
      <MapPane
        map={map}
        onMap={setMap}
        asked={asked}
        day={day}
        marks={marks}
        base={base.style}
        at={at}
        cover={noCover}
        label={t('compare.mapOf', { day })}
        onOpen={onOpen}
        isBusy={isBusy}
      />
      <p className="zt-map-day">{day}</p>
      {isTorn && (
        <p className="zt-map-lost" role="status">
          {t('torn')} <Button onClick={retry}>{t('frame:retry')}</Button>
        </p>
      )}
    </div>
  )
}

const noCover = {}
