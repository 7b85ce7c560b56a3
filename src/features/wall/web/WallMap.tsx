import { useEffect, useMemo, useRef, useState } from 'react'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { MapCanvas } from '../../../web/map/MapCanvas.tsx'
import type { Box, MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import type { Filtered, Size } from '../../map/web/style-parts.ts'
import { useMapLook } from '../../map/web/use-map-look.ts'
import { useNewest } from '../../map/web/use-newest.ts'
import { keptShares } from '../../matching/contract.ts'
import type { Scene } from '../model/scenes.ts'
import { useMapMarks } from './use-map-marks.ts'
import { useFactor } from './use-screen.ts'
import type { WallFigures } from './use-wall-figures.ts'

const size: Size = { scale: 2, namesFrom: 12.5 }
/** Of the picture as it is drawn for 1920 × 1080: under the title, and beside the figures. */
const padding = { top: 176, left: 132, bottom: 144, right: 64 }
const nearest = 15.5
const nowhere = { lon: 120.3, lat: 30.2, zoom: 9 }
/** A wall has no legend that could say what a frame means. */
const unsaid = new Set<string>(keptShares)

const againAfterMs = 60_000

type WallMapProps = { scene: Scene; figures: WallFigures }

/** One map for every scene, made anew only when the graphics card lost it. */
export function WallMap(props: WallMapProps) {
  const t = useWords('wall')
  const [turn, setTurn] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  // A graphics card that was lost may come back: nobody is there to ask for it.
  useEffect(() => {
    if (!hasFailed) return
    const timer = setTimeout(() => setFailed(false), againAfterMs)
    return () => clearTimeout(timer)
  }, [hasFailed])
  if (hasFailed) return <p className="zt-wall-nomap">{t('noMap')}</p>
  return (
    <OneMap key={turn} {...props} onLost={() => setTurn((now) => now + 1)} onFail={() => setFailed(true)} />
  )
}

type OneMapProps = WallMapProps & { onLost: () => void; onFail: () => void }

function OneMap({ scene, figures, onLost, onFail }: OneMapProps) {
  const t = useWords('wall')
  const { day } = useAsOf()
  const factor = useFactor()
  const [map, setMap] = useState<MapLibre>()
  // Marks are drawn once, as fine as this screen shows them.
  const ratio = useRef(Math.ceil(size.scale * factor * devicePixelRatio)).current
  const filtered = useMemo(
    (): Filtered => ({
      unitId: scene.corpsId,
      chain: undefined,
      by: 'stage',
      hidden: unsaid,
    }),
    [scene.corpsId],
  )
  const { style, images } = useMapLook(filtered, day, size, ratio)
  const { drawnDay } = useNewest(map, day)
  useMapMarks(map, scene.key, figures.day)
  useMapEvent(map, 'webglcontextlost', onLost)

  const shown = scene.corpsId ? figures.corps.find(({ id }) => id === scene.corpsId)?.bounds : undefined
  const box = (shown ?? figures.bounds)?.join()
  const isMapped = scene.kind === 'zone' || scene.kind === 'corps'
  useEffect(() => {
    if (map && box && isMapped) place(map, box)
  }, [map, box, isMapped])
  // What the window's size changed is drawn within the same pixels; the place is kept.
  useMapEvent(map, 'resize', () => map && box && place(map, box))
  useEffect(() => map?.setPixelRatio(factor * devicePixelRatio), [map, factor])

  return (
    <div
      className="zt-wall-map"
      data-unseen={!isMapped || undefined}
      data-drawn={drawnDay === (day ?? null) || undefined}
    >
      <div
        style={{
          transform: `scale(${factor})`,
          inlineSize: `${100 / factor}%`,
          blockSize: `${100 / factor}%`,
        }}
      >
        <MapCanvas
          style={style}
          images={images}
          at={figures.bounds ? { box: figures.bounds as unknown as Box } : nowhere}
          cover={{}}
          label={t('mapLabel')}
          onMap={setMap}
          onFail={onFail}
          isPicture
        />
      </div>
    </div>
  )
}

function place(map: MapLibre, box: string) {
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  const camera = map.cameraForBounds([west, south, east, north], { padding, maxZoom: nearest })
  if (camera) map.jumpTo(camera)
}
