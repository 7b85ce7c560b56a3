import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { MapCanvas } from '../../../web/map/MapCanvas.tsx'
import { Overlay } from '../../../web/map/Overlay.tsx'
import { type Box, type MapLibre, type Placed, showBox } from '../../../web/map/start-map.ts'
import { useDragSketch } from '../../../web/map/use-drag-sketch.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { useMeasure } from '../../../web/map/use-measure.ts'
import { LoadingBar } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { readLasso, writeLasso } from '../../spaces/model/lasso.ts'
import type { MapState } from '../contract.ts'
import { HitList } from './HitList.tsx'
import { type Hit, hitsAt } from './hits.ts'
import { Legend } from './Legend.tsx'
import { MapFilters } from './MapFilters.tsx'
import { MapFoot } from './MapFoot.tsx'
import { MapPanel } from './MapPanel.tsx'
import { MapSearch } from './MapSearch.tsx'
import { MapTools, type Tool } from './MapTools.tsx'
import { hiddenText, type MapAsked } from './map-address.ts'
import { NothingDrawn } from './NothingDrawn.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TimeStrip } from './TimeStrip.tsx'
import { ToolBar } from './ToolBar.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useChosen } from './use-chosen.ts'
import { useLegend } from './use-map-data.ts'
import { useMapLook } from './use-map-look.ts'
import { useNewest } from './use-newest.ts'
import { usePrinting } from './use-printing.ts'
import { useView } from './use-view.ts'

/** Where a zone without anything drawn begins: the lower Yangtze. */
const nowhere = { lon: 120.3, lat: 30.2, zoom: 9 }
const panelWidth = 400
const legendWidth = 292
/** The strip of time, and on the phone the legend’s head below it. */
const stripHeight = { desk: 56, phone: 124 }
const sheetShare = 0.5

export function MapStage({ asked, state }: { asked: MapAsked; state: MapState }) {
  const t = useWords('map')
  const { setSearch } = useAddress()
  const { day } = useAsOf()
  const isPhone = usePhone()
  const [map, setMap] = useState<MapLibre>()
  const [tool, setTool] = useState<Tool>()
  const [hits, setHits] = useState<{ hits: Hit[]; at: { x: number; y: number } }>()
  const { style, images } = useMapLook(asked, day)
  const first = useRef<Placed>(
    asked.view ?? (state.bounds ? { box: state.bounds as unknown as Box } : nowhere),
  )
  const isUnplaced = useRef(asked.view === undefined)
  const sight = useView(map, asked.view, state.bounds !== null)
  const { isDrawn, isFresh, isTorn, retry } = useNewest(map, day)
  useChosen(map, asked, day)

  const hasPanel =
    asked.isListed || [asked.parcelId, asked.projectId, asked.buildingId].some((id) => id !== undefined)
  const cover = () =>
    isPhone
      ? { bottom: hasPanel ? (map?.getContainer().clientHeight ?? 0) * sheetShare : stripHeight.phone }
      : { left: legendWidth, right: hasPanel ? panelWidth : 0, bottom: stripHeight.desk }
  const show = (box: readonly number[], isAlways = false) => {
    if (map) showBox(map, box as unknown as Box, cover(), isAlways)
  }
  // The first day on which anything is drawn, coming from one without: there it is.
  const hasBounds = state.bounds !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when bounds come to be known
  useEffect(() => {
    if (!asked.view && 'lon' in first.current && state.bounds) show(state.bounds, true)
  }, [hasBounds])
  const open = useCallback(
    (kind: Hit['kind'], id: string) =>
      setSearch({ parcel: undefined, project: undefined, building: undefined, [kind]: id }),
    [setSearch],
  )

  const sketch = tool === 'box' || tool === 'lasso' ? tool : undefined
  const { path } = useDragSketch(map, sketch, (ring) => {
    setTool(undefined)
    setSearch({ within: writeLasso(ring) })
  })
  const measure = tool === 'distance' || tool === 'area' ? tool : undefined
  const { measured, clear } = useMeasure(map, measure)

  useMapEvent(map, 'click', ({ point, originalEvent }) => {
    setHits(undefined)
    if (!map || tool) return
    const isFinger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    const found = hitsAt(map, point, isFinger ? 'touch' : 'mouse')
    const above = found.filter(({ kind }) => kind !== 'parcel')
    // What stands on a parcel is meant where it is pressed; its card leads to the parcel.
    const [one, ...others] = above.length > 0 ? above : found
    if (!one) return
    if (others.length === 0) return open(one.kind, one.id)
    setHits({ hits: found, at: { x: point.x, y: point.y } })
  })
  useMapEvent(map, 'movestart', () => setHits(undefined))
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setTool(undefined)
      setHits(undefined)
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])

  const drawn = useMemo(() => {
    const ring = asked.within ? readLasso(asked.within) : undefined
    const { points } = measured
    return [
      ...(ring ? [{ key: 'selection', points: ring, isClosed: true, look: 'zt-map-selection' }] : []),
      ...(points.length > 0
        ? [
            {
              key: 'measure',
              points,
              isClosed: measure === 'area' && points.length > 2,
              look: 'zt-map-measure',
              hasDots: true,
            },
          ]
        : []),
    ]
  }, [asked.within, measured, measure])

  const bounds = sight?.map((degrees) => degrees.toFixed(5)).join(',')
  const legend = useLegend({ ...(bounds ? { bounds } : {}), ...pick(asked) }, bounds !== undefined)
  const filters = (
    <MapFilters asked={asked} state={state} onUnit={(unit) => unit?.bounds && show(unit.bounds, true)} />
  )
  const onPrint = usePrinting(map)
  const isEmpty = state.parcels === 0 && state.projects === 0

  return (
    <div
      className="zt-map-stage"
      data-panel={hasPanel || undefined}
      data-tool={tool}
      data-drawn={isDrawn || undefined}
    >
      <MapCanvas
        style={style}
        images={images}
        at={first.current}
        cover={isPhone ? { bottom: stripHeight.phone } : { left: legendWidth, bottom: stripHeight.desk }}
        label={t('mapLabel')}
        onMap={setMap}
      />
      {map && <Overlay map={map} drawn={drawn} />}
      {path && (
        <svg className="zt-map-overlay zt-map-selection" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      {!isDrawn && <LoadingBar />}
      <div className="zt-map-bar">
        <MapSearch
          onFind={({ kind, id, bounds }) => {
            show(bounds, true)
            if (kind !== 'territory') open(kind, id)
          }}
        />
        {!isPhone && filters}
      </div>
      {map && (
        <MapTools
          map={map}
          tool={tool}
          onTool={setTool}
          onWhole={() => state.bounds && show(state.bounds, true)}
          isListed={asked.isListed}
          onList={() => setSearch({ show: asked.isListed ? undefined : 'list' })}
          onPrint={onPrint}
        />
      )}
      <Legend
        counts={legend.data}
        isStale={legend.isPlaceholderData}
        asked={asked}
        isPhone={isPhone}
        onToggle={(key) => setSearch({ hide: hiddenText(asked.hidden, key) }, { replace: true })}
      >
        {isPhone && filters}
      </Legend>
      {tool ? (
        <ToolBar tool={tool} measured={measured} onAgain={clear} onClose={() => setTool(undefined)} />
      ) : (
        asked.within && (
          <SelectionBar within={asked.within} onClose={() => setSearch({ within: undefined })} />
        )
      )}
      {map && (
        <>
          <MapFoot map={map} isFresh={isFresh} isPast={day !== undefined} isTorn={isTorn} onRetry={retry} />
          <Tooltip
            map={map}
            isOff={tool !== undefined || hits !== undefined}
            covered={hasPanel ? panelWidth : 0}
          />
        </>
      )}
      {map && state.since && state.until && <TimeStrip since={state.since} until={state.until} map={map} />}
      {hits && (
        <HitList
          {...hits}
          onChoose={({ kind, id }) => {
            setHits(undefined)
            open(kind, id)
          }}
          onClose={() => setHits(undefined)}
        />
      )}
      {isEmpty && <NothingDrawn unplaced={state.unplaced} />}
      <MapPanel
        asked={asked}
        sight={sight}
        onShow={(box) => show(box, true)}
        onPlace={(box) => {
          show(box, isUnplaced.current)
          isUnplaced.current = false
        }}
      />
    </div>
  )
}

const pick = ({ unitId, chain }: MapAsked) => ({
  ...(unitId ? { unitId } : {}),
  ...(chain ? { chain } : {}),
})
