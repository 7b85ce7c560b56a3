import { useCallback, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { LoadingBar } from '../../../web/ui/index.ts'
import { useAlone } from '../../../web/use-alone.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useBasemap } from '../../basemaps/web/use-basemap.ts'
import type { MapState } from '../contract.ts'
import { CompareColumn } from './compare/CompareColumn.tsx'
import { DaySwitch } from './compare/DaySwitch.tsx'
import { ThenPane } from './compare/ThenPane.tsx'
import { useCompare } from './compare/use-compare.ts'
import { Legend } from './Legend.tsx'
import { MapFilters } from './MapFilters.tsx'
import { MapFoot } from './MapFoot.tsx'
import { MapPane } from './MapPane.tsx'
import { MapPanel } from './MapPanel.tsx'
import { MapSearch } from './MapSearch.tsx'
import { MapTools } from './MapTools.tsx'
import { hiddenText, type MapAsked } from './map-address.ts'
import { coverOf } from './map-room.ts'
import { NothingDrawn } from './NothingDrawn.tsx'
import { useShownPlan } from './plan/use-shown-plan.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useSplitting } from './split/use-splitting.ts'
import { TimeStrip } from './TimeStrip.tsx'
import { ToolBar } from './ToolBar.tsx'
import { useLegend } from './use-map-data.ts'
import { useNewest } from './use-newest.ts'
import type { Open } from './use-press.ts'
import { usePrinting } from './use-printing.ts'
import { useShowing } from './use-showing.ts'
import { useTools } from './use-tools.ts'
import { useView } from './use-view.ts'

type MapStageProps = {
  asked: MapAsked
  state: MapState
  /** No map can be drawn. */
  onFail: () => void
}

/** The map with all that stands around it: each part has its own idea, this one their places. */
export function MapStage({ asked, state, onFail }: MapStageProps) {
  const t = useWords('map')
  const { setSearch } = useAddress()
  const { day } = useAsOf()
  useAlone()
  const isPhone = usePhone()
  const [map, setMap] = useState<MapLibre>()
  /** What stands around the map is put together after the land: both at once take longer to show either. */
  const [isLand, setLand] = useState(false)
  const compare = useCompare(asked, day)
  const { then, side, marks } = compare
  /** On the phone one map stands for both days. */
  const shownDay = then && isPhone && side === 'before' ? then : day
  const hasPanel =
    asked.isListed ||
    [asked.parcelId, asked.projectId, asked.buildingId, asked.planId].some((id) => id !== undefined)
  const cover = () =>
    coverOf({ isPhone, hasPanel, isCompared: then !== undefined, height: map?.getContainer().clientHeight })
  const { first, show, showOpened } = useShowing(map, asked.view, state.bounds, cover)
  // Beside another day the differences stand, and no plan.
  const plan = useShownPlan(then ? undefined : asked.planId, map && showOpened)
  const sight = useView(map, asked.view, state.bounds !== null)
  const { drawnDay, isFresh, isTorn, retry } = useNewest(map, shownDay)
  const open = useCallback<Open>(
    (kind, id) => setSearch({ parcel: undefined, project: undefined, building: undefined, [kind]: id }),
    [setSearch],
  )
  const base = useBasemap(map, asked.hidden.has('base'))
  const toggle = (key: string) => setSearch({ hide: hiddenText(asked.hidden, key) }, { replace: true })
  const tools = useTools(map, asked.within, (within) => setSearch({ within }))
  const { tool, setTool, pressed, measured, lines, path } = tools
  const onPrint = usePrinting(map)
  const splitting = useSplitting(tools, asked.parcelId)
  const legend = useLegend(legendQuery(asked, sight), sight !== undefined)
  const filters = (
    <MapFilters asked={asked} state={state} onUnit={(unit) => unit?.bounds && show(unit.bounds, true)} />
  )

  return (
    <div
      className="zt-map-stage"
      data-panel={(hasPanel && (isPhone || !then)) || undefined}
      data-compare={then ? true : undefined}
      data-tool={tool}
      data-drawn={drawnDay === null ? 'today' : drawnDay}
    >
      <MapPane
        map={map}
        onMap={setMap}
        onLand={() => setLand(true)}
        onFail={onFail}
        asked={asked}
        day={shownDay}
        marks={marks[shownDay === day ? 'after' : 'before']}
        plan={plan.drawn}
        base={base.style}
        at={first}
        cover={cover()}
        label={t('mapLabel')}
        onOpen={open}
        isBusy={tool !== undefined}
        lines={splitting.lines ?? lines}
        path={path}
      />
      {then && map && !isPhone && (
        <>
          <ThenPane
            day={then}
            beside={map}
            asked={asked}
            marks={marks.before}
            onOpen={open}
            isBusy={tool !== undefined}
          />
          <p className="zt-map-day">{day ?? t('frame:asOfToday')}</p>
        </>
      )}
      {then && isPhone && <DaySwitch then={then} day={day} side={side} onTurn={compare.turnTo} />}
      {drawnDay !== (shownDay ?? null) && <LoadingBar />}
      {isLand && (
        <div className="zt-map-bar">
          <MapSearch
            onFind={({ kind, id, bounds }) => {
              show(bounds, true)
              if (kind !== 'territory') open(kind, id)
            }}
          />
          {!isPhone && filters}
        </div>
      )}
      {map && isLand && (
        <MapTools
          map={map}
          tool={tool}
          onTool={setTool}
          onWhole={() => state.bounds && show(state.bounds, true)}
          isListed={asked.isListed}
          onList={() => setSearch({ show: asked.isListed ? undefined : 'list' })}
          onPrint={onPrint}
          base={
            base.isThere ? { isShown: base.style !== undefined, toggle: () => toggle('base') } : undefined
          }
        />
      )}
      {then && (
        <CompareColumn
          compare={{ ...compare, then }}
          asked={asked}
          day={day}
          isPhone={isPhone}
          onShow={(box) => show(box, true)}
          onOpen={open}
        >
          {isPhone && filters}
        </CompareColumn>
      )}
      {isLand && !(then && isPhone) && (
        <Legend
          key={then ? 'two' : 'one'}
          counts={legend.data}
          isStale={legend.isPlaceholderData}
          asked={asked}
          isPhone={isPhone}
          isFolded={then !== undefined}
          onToggle={toggle}
        >
          {isPhone && filters}
        </Legend>
      )}
      {tool ? (
        <ToolBar tool={tool} pressed={pressed} measured={measured} onClose={() => setTool(undefined)} />
      ) : (
        asked.within && (
          <SelectionBar within={asked.within} onClose={() => setSearch({ within: undefined })} />
        )
      )}
      {map && isLand && (
        <MapFoot
          map={map}
          isFresh={isFresh}
          isPast={shownDay !== undefined}
          isTorn={isTorn}
          onRetry={retry}
          base={base}
        />
      )}
      {map && isLand && state.since && state.until && (
        <TimeStrip
          since={state.since}
          until={state.until}
          isDrawn={drawnDay === (shownDay ?? null)}
          vs={then}
        />
      )}
      {state.parcels === 0 && state.projects === 0 && <NothingDrawn unplaced={state.unplaced} />}
      <MapPanel
        asked={asked}
        sight={sight}
        onShow={(box) => show(box, true)}
        onPlace={showOpened}
        splitting={splitting}
        plan={plan}
      />
    </div>
  )
}

const legendQuery = ({ unitId, chain }: MapAsked, sight: readonly number[] | undefined) => ({
  ...(sight ? { bounds: sight.map((degrees) => degrees.toFixed(5)).join(',') } : {}),
  ...(unitId ? { unitId } : {}),
  ...(chain ? { chain } : {}),
})
