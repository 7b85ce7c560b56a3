import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords, type Words } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { PageTurner } from '../../spaces/web/PageTurner.tsx'
import type { BuildingList } from '../contract.ts'
import { AddBuildingPanel } from './AddBuildingPanel.tsx'
import { BuildingCards } from './BuildingCards.tsx'
import { BuildingTable } from './BuildingTable.tsx'
import { RoomFilters } from './RoomFilters.tsx'
import { askedOf, isNarrowed, pageSize } from './rooms-address.ts'
import { SpaceTabs } from './SpaceTabs.tsx'
import { StateTally } from './StateTally.tsx'
import { sumOf, vacantShare } from './shown.ts'
import { useBuildingList, useFollowedRooms } from './use-buildings.ts'
import '../../spaces/web/space.css'
import './buildings.css'

/** All buildings, a line each: how much of it is vacant, and what comes free when. */
export function BuildingsPage() {
  const t = useWords('buildings')
  const acts = useWords('buildingActs')
  const may = useMay()
  const isPhone = usePhone()
  const { search, setSearch, navigate } = useAddress()
  const asked = askedOf(search)
  const { data, error, isFetching, refetch } = useBuildingList(asked, may('building:read'))
  useFollowedRooms()
  if (!may('building:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page
      title={t('title')}
      aside={data && data.total > 0 && sumWords(data, t)}
      actions={
        may('building:create') && (
          <>
            <Button onClick={() => setSearch({ panel: 'add' })}>{acts('addBuilding')}</Button>
            <Link to="/space/building-imports" className="zt-button zt-button-plain">
              {t('toImports')}
            </Link>
          </>
        )
      }
      panel={
        search['panel'] === 'add' &&
        may('building:create') && (
          <AddBuildingPanel
            onClose={() => setSearch({ panel: undefined })}
            onAdded={(id) => void navigate({ to: `/space/buildings/${id}` })}
          />
        )
      }
      tabs={<SpaceTabs />}
      full={!isPhone}
    >
      {isFetching && <LoadingBar />}
      <div className="zt-space">
        {(data || isNarrowed(asked)) && <RoomFilters asked={asked} of="buildings" />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {data && data.total > 0 && (
          <>
            <StateTally sums={data.sums} asked={asked} />
            {isPhone ? (
              <BuildingCards items={data.items} />
            ) : (
              <BuildingTable items={data.items} asked={asked} />
            )}
            <div className="zt-space-foot">
              <PageTurner page={asked.page} size={pageSize} total={data.total} />
            </div>
          </>
        )}
        {data && data.total === 0 && <NoBuildings isNarrowed={isNarrowed(asked)} />}
      </div>
    </Page>
  )
}

const sumWords = ({ total, sums }: BuildingList, t: Words) => (
  <>
    {t('counted', { count: total })} · {t('vacantOf', { area: showNumber(sumOf(sums, 'vacant').areaM2, 0) })}{' '}
    <span className="zt-quiet">
      {t('shareOf', { share: vacantShare(sums) ?? '—', area: showNumber(sums.areaM2, 0) })}
    </span>
  </>
)

function NoBuildings({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = useWords('buildings')
  const may = useMay()
  if (narrowed) return <EmptyState quiet title={t('noneSuch')} />
  return (
    <EmptyState
      title={t('none')}
      action={
        may('building:create') && (
          <Link to="/space/building-imports" className="zt-button zt-button-primary">
            {t('toImports')}
          </Link>
        )
      }
    >
      {t('noneText')}
    </EmptyState>
  )
}
