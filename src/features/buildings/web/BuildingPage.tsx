import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { isMissing } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { BuildingDetail, Room } from '../contract.ts'
import { AddRoomPanel } from './AddRoomPanel.tsx'
import { BuildingFacts } from './BuildingFacts.tsx'
import { RemoveBuilding } from './RemoveBuilding.tsx'
import { RoomPanel } from './RoomPanel.tsx'
import { StackLegend } from './StackLegend.tsx'
import { StackPicture } from './StackPicture.tsx'
import { useBuilding, useFollowedRooms } from './use-buildings.ts'
import './buildings.css'

/** One building: what it is, and floor by floor who is in it and what is vacant. */
export function BuildingPage() {
  const t = useWords('buildings')
  const acts = useWords('buildingActs')
  const may = useMay()
  const { params, search, setSearch } = useAddress()
  const id = params['buildingId'] ?? ''
  const { data, error, refetch } = useBuilding(id, may('building:read'))
  useFollowedRooms()
  if (!may('building:read'))
    return (
      <Page title={t('building')}>
        <RefusedState />
      </Page>
    )
  // Somebody may remove it while it is looked at.
  if (!data || isMissing(error))
    return (
      <Page title={t('building')}>
        {!error && <LoadingBar />}
        {isMissing(error) ? (
          <EmptyState title={t('missing')} action={<Link to="/space/buildings">{t('back')}</Link>}>
            {t('missingText')}
          </EmptyState>
        ) : (
          error && <ErrorState error={error} retry={() => void refetch()} />
        )}
      </Page>
    )
  const rooms = data.floors.flatMap((floor) => floor.rooms)
  const at = rooms.findIndex((room) => room.id === search['room'])
  const mayAdd = data.abilities.includes('create')
  const isAdding = mayAdd && search['panel'] === 'add'
  const go = (to: { id: string } | undefined) => to && (() => setSearch({ room: to.id }, { replace: true }))
  return (
    <Page
      title={[data.name, data.number].filter(Boolean).join(' ')}
      aside={<Aside building={data} />}
      actions={
        mayAdd && (
          <Button onClick={() => setSearch({ panel: 'add', floor: floorOf(rooms[at]), room: undefined })}>
            {acts('addRoom')}
          </Button>
        )
      }
      panel={
        isAdding ? (
          <AddRoomPanel
            building={data}
            level={Number(search['floor']) || undefined}
            onClose={() => setSearch({ panel: undefined, floor: undefined })}
            onAdded={(room) => setSearch({ panel: undefined, floor: undefined, room }, { replace: true })}
          />
        ) : (
          search['room'] && (
            <RoomPanel
              key={search['room']}
              id={search['room']}
              onClose={() => setSearch({ room: undefined })}
              onPrevious={go(at > 0 ? rooms[at - 1] : undefined)}
              onNext={go(at >= 0 ? rooms[at + 1] : undefined)}
            />
          )
        )
      }
    >
      <div className="zt-building">
        <StackLegend building={data} />
        {rooms.length === 0 ? (
          <EmptyState
            quiet
            title={t('noRooms')}
            action={data.abilities.includes('remove') && <RemoveBuilding building={data} />}
          />
        ) : (
          <StackPicture building={data} chosen={isAdding ? undefined : search['room']} />
        )}
        <BuildingFacts building={data} />
      </div>
    </Page>
  )
}

/** A new room is likely to be on the floor of the one that was looked at. */
const floorOf = (room: Room | undefined) => room && String(room.level)

function Aside({ building: { provenance, parcelId, lon } }: { building: BuildingDetail }) {
  const t = useWords('buildings')
  const { params } = useAddress()
  return (
    <span className="zt-building-links">
      {provenance === 'illustrative' && <Illustrative />}
      {lon !== null && (
        <Link to="/map" search={{ building: params['buildingId'] } as never}>
          {t('toMap')}
        </Link>
      )}
      {parcelId && (
        <Link to="/space" search={{ parcel: parcelId } as never}>
          {t('toParcel')}
        </Link>
      )}
      <Link to="/space/buildings">{t('back')}</Link>
    </span>
  )
}
