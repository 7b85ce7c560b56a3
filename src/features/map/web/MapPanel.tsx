import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Box } from '../../../web/map/start-map.ts'
import { SidePanel } from '../../../web/ui/index.ts'
import { writeLasso } from '../../spaces/model/lasso.ts'
import { BuildingCard } from './BuildingCard.tsx'
import type { MapAsked } from './map-address.ts'
import { ParcelList } from './ParcelList.tsx'
import { ParcelOnMap } from './ParcelOnMap.tsx'
import { ProjectCard } from './ProjectCard.tsx'
import { PlanPanel } from './plan/PlanPanel.tsx'
import type { ShownPlan } from './plan/use-shown-plan.ts'
import { SplitPanel } from './split/SplitPanel.tsx'
import type { Splitting } from './split/use-splitting.ts'

/** About 250 m around a project. */
const around = 0.0025

type MapPanelProps = {
  asked: MapAsked
  sight: Box | undefined
  onPlace: (box: readonly number[]) => void
  onShow: (box: readonly number[]) => void
  splitting: Splitting
  plan: ShownPlan
}

/** What is open beside the map: a parcel, a project, a building, a plan, or the list that either was opened from. */
export function MapPanel({ asked, sight, onPlace, onShow, splitting, plan }: MapPanelProps) {
  const t = useWords('map')
  const { setSearch } = useAddress()
  if (splitting.parcel)
    return (
      <SplitPanel
        key={splitting.parcel.id}
        parcel={splitting.parcel}
        line={splitting.line}
        onClose={splitting.leave}
        onDone={(id) => {
          splitting.leave()
          setSearch({ parcel: id })
        }}
      />
    )
  if (asked.parcelId)
    return (
      <ParcelOnMap
        key={asked.parcelId}
        id={asked.parcelId}
        onPlace={onPlace}
        onShow={onShow}
        onSplit={splitting.begin}
        onClose={() => setSearch({ parcel: undefined })}
      />
    )
  if (asked.projectId)
    return (
      <ProjectCard
        key={asked.projectId}
        id={asked.projectId}
        onPlace={({ lon, lat }) => onPlace([lon - around, lat - around, lon + around, lat + around])}
        onClose={() => setSearch({ project: undefined })}
      />
    )
  if (asked.buildingId)
    return (
      <BuildingCard
        key={asked.buildingId}
        id={asked.buildingId}
        onPlace={({ lon, lat }) => onPlace([lon - around, lat - around, lon + around, lat + around])}
        onClose={() => setSearch({ building: undefined })}
      />
    )
  if (asked.planId && !asked.isListed)
    return <PlanPanel shown={plan} onShow={onShow} onClose={() => setSearch({ plan: undefined })} />
  if (!asked.isListed) return null
  return (
    <SidePanel
      label={t('list')}
      title={t(asked.within ? 'listSelected' : 'listInSight')}
      onClose={() => setSearch({ show: undefined })}
    >
      <ParcelList
        asked={asked}
        within={asked.within ?? (sight && writeLasso(ringOf(sight)))}
        onOpen={(id) => setSearch({ parcel: id })}
      />
    </SidePanel>
  )
}

const ringOf = ([west, south, east, north]: Box) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
