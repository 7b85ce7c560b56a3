import type { Day } from '../../../shared/days.ts'
import { MapCanvas } from '../../../web/map/MapCanvas.tsx'
import { type Drawn, Overlay } from '../../../web/map/Overlay.tsx'
import type { Cover, MapLibre, Placed } from '../../../web/map/start-map.ts'
import type { BaseStyle } from '../../basemaps/web/base-style.ts'
import type { Marks } from './compare/marks.ts'
import { HitList } from './HitList.tsx'
import type { MapAsked } from './map-address.ts'
import type { PlanDrawn } from './plan/plan-drawn.ts'
import { Tooltip } from './Tooltip.tsx'
import { useChosen } from './use-chosen.ts'
import { useMapLook } from './use-map-look.ts'
import { type Open, usePress } from './use-press.ts'

type MapPaneProps = {
  map: MapLibre | undefined
  onMap: (map: MapLibre | undefined) => void
  onLand?: () => void
  onFail?: () => void
  asked: MapAsked
  /** The day it shows; undefined is today. */
  day: Day | undefined
  /** Where it begins, and what lies over it from the beginning. */
  at: Placed
  cover: Cover
  label: string
  onOpen: Open
  /** A tool has the pointer. */
  isBusy: boolean
  /** What is outlined. */
  marks?: Marks | undefined
  /** A plan of places that lies over it. */
  plan?: PlanDrawn | undefined
  base: BaseStyle | undefined
  lines?: readonly Drawn[]
  path?: string
}

/** The map of one day, and what lies upon it: lines, the words under the mouse, the choice among several. */
export function MapPane(props: MapPaneProps) {
  const { map, onMap, onLand, onFail, asked, day, at, cover, label } = props
  const { onOpen, isBusy, marks, plan, base, lines, path } = props
  const { style, images } = useMapLook({ ...asked, marks, plan, base }, day)
  useChosen(map, asked, day)
  const { several, forget } = usePress(map, isBusy, onOpen)
  return (
    <div className="zt-map-pane">
      <MapCanvas
        style={style}
        images={images}
        at={at}
        cover={cover}
        label={label}
        onMap={onMap}
        {...(onLand ? { onLand } : {})}
        {...(onFail ? { onFail } : {})}
      />
      {map && lines && <Overlay map={map} drawn={lines} />}
      {path && (
        <svg className="zt-map-overlay zt-map-selection" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      {map && <Tooltip map={map} isOff={isBusy || several !== undefined} covered={cover.right ?? 0} />}
      {several && (
        <HitList
          {...several}
          onChoose={({ kind, id }) => {
            forget()
            onOpen(kind, id)
          }}
          onClose={forget}
        />
      )}
    </div>
  )
}
