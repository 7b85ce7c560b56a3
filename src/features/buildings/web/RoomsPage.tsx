import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { PageTurner } from '../../spaces/web/PageTurner.tsx'
import { RoomFilters } from './RoomFilters.tsx'
import { RoomPanel } from './RoomPanel.tsx'
import { RoomCards, RoomTable } from './RoomTable.tsx'
import { askedOf, isNarrowed, pageSize } from './rooms-address.ts'
import { SpaceTabs } from './SpaceTabs.tsx'
import { StateTally } from './StateTally.tsx'
import { useFollowedRooms, useRoomList } from './use-buildings.ts'
import '../../spaces/web/space.css'
import './buildings.css'

/** All rooms of the zone, a line each: what a promoter has to offer, by what a project needs. */
export function RoomsPage() {
  const t = useWords('buildings')
  const may = useMay()
  const isPhone = usePhone()
  const { search, setSearch } = useAddress()
  const asked = askedOf(search)
  const { data, error, isFetching, refetch } = useRoomList(asked, may('building:read'))
  useFollowedRooms()
  if (!may('building:read'))
    return (
      <Page title={t('roomsTitle')}>
        <RefusedState />
      </Page>
    )
  const at = data?.items.findIndex(({ id }) => id === search['room']) ?? -1
  const go = (to: { id: string } | undefined) => to && (() => setSearch({ room: to.id }, { replace: true }))
  return (
    <Page
      title={t('roomsTitle')}
      aside={data && t('roomsCounted', { count: data.total, area: showNumber(data.areaM2, 0) })}
      tabs={<SpaceTabs />}
      panel={
        search['room'] && (
          <RoomPanel
            key={search['room']}
            id={search['room']}
            onClose={() => setSearch({ room: undefined })}
            onPrevious={go(at > 0 ? data?.items[at - 1] : undefined)}
            onNext={go(at >= 0 ? data?.items[at + 1] : undefined)}
            toBuilding
          />
        )
      }
      full={!isPhone}
    >
      {isFetching && <LoadingBar />}
      <div className="zt-space">
        {(data || isNarrowed(asked)) && <RoomFilters asked={asked} of="rooms" />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {data && data.sums.rooms > 0 && <StateTally sums={data.sums} asked={asked} />}
        {data && data.total === 0 && <NoRooms isNarrowed={isNarrowed(asked)} />}
        {data && data.total > 0 && (
          <>
            {isPhone ? (
              <RoomCards items={data.items} chosen={search['room']} />
            ) : (
              <RoomTable items={data.items} asked={asked} chosen={search['room']} />
            )}
            <div className="zt-space-foot">
              <PageTurner page={asked.page} size={pageSize} total={data.total} />
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

/** There may be buildings all the same, whose rooms nobody has entered yet. */
function NoRooms({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = useWords('buildings')
  if (narrowed) return <EmptyState quiet title={t('noneSuch')} />
  return (
    <EmptyState
      title={t('noRoomsYet')}
      action={
        <Link to="/space/buildings" className="zt-button zt-button-primary">
          {t('toBuildings')}
        </Link>
      }
    >
      {t('noRoomsYetText')}
    </EmptyState>
  )
}
