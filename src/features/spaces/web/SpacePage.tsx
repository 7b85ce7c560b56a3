import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { showArea } from '../../../web/format.ts'
import { useWords, type Words } from '../../../web/i18n/index.ts'
import { useLive } from '../../../web/live.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { SpaceTabs } from '../../buildings/web/SpaceTabs.tsx'
import { sourcesMoved } from '../../map/web/what-moved.ts'
import { ParcelReservations } from '../../matching/web/ParcelReservations.tsx'
import type { Parcel, ParcelList } from '../contract.ts'
import { showSquareMetres } from './areas.ts'
import { MergePanel } from './MergePanel.tsx'
import { PageTurner } from './PageTurner.tsx'
import { ParcelCards } from './ParcelCards.tsx'
import { ParcelFilters } from './ParcelFilters.tsx'
import { ParcelPanel, ToMap } from './ParcelPanel.tsx'
import { ParcelTable } from './ParcelTable.tsx'
import { PickedBar } from './PickedBar.tsx'
import { StatusTally } from './StatusTally.tsx'
import { askedOf, isNarrowed, pageSize } from './space-address.ts'
import { useLandMoved, useParcelList } from './use-parcels.ts'
import './space.css'

/** All land of the zone, a line a parcel: how much there is in which state. */
export function SpacePage() {
  const t = useWords('space')
  const may = useMay()
  const isPhone = usePhone()
  const { search, setSearch } = useAddress()
  const asked = askedOf(search)
  const [picked, setPicked] = useState<ReadonlyMap<string, Parcel>>(new Map())
  const { data, error, isFetching, refetch } = useParcelList(asked, may('parcel:read'))
  const { day } = useAsOf()
  const moved = useLandMoved()
  useLive((written) => void (sourcesMoved(written).includes('land') && moved()), day === undefined)
  if (!may('parcel:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  const isMerging = search['panel'] === 'merge' && picked.size > 1
  const mayPick = may('parcel:create') && !isPhone
  const forget = () => setPicked(new Map())
  return (
    <Page
      title={t('title')}
      aside={data && sumWords(data, t)}
      actions={
        may('parcel:create') && (
          <Link to="/space/imports" className="zt-button zt-button-plain">
            {t('toImports')}
          </Link>
        )
      }
      tabs={<SpaceTabs />}
      panel={
        isMerging ? (
          <MergePanel
            parcels={[...picked.values()]}
            onClose={() => setSearch({ panel: undefined })}
            onMerged={(parcel) => {
              forget()
              setSearch({ panel: undefined, parcel })
            }}
          />
        ) : (
          search['parcel'] && <Beside id={search['parcel']} items={data?.items ?? []} />
        )
      }
      full={!isPhone}
    >
      {isFetching && <LoadingBar />}
      <div className="zt-space">
        {(data || isNarrowed(asked)) && <ParcelFilters asked={asked} />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {data && <StatusTally asked={asked} statuses={data.statuses} />}
        {data && data.total === 0 && <NoParcels isNarrowed={isNarrowed(asked)} />}
        {data && data.total > 0 && (
          <>
            {isPhone ? (
              <ParcelCards items={data.items} chosen={search['parcel']} />
            ) : (
              <ParcelTable
                items={data.items}
                asked={asked}
                chosen={search['parcel']}
                picked={picked}
                onPick={mayPick ? setPicked : undefined}
              />
            )}
            <div className="zt-space-foot">
              {picked.size > 0 && <PickedBar parcels={[...picked.values()]} onForget={forget} />}
              <PageTurner page={asked.page} size={pageSize} total={data.total} />
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

const sumWords = ({ total, areaM2 }: ParcelList, t: Words) => (
  <>
    {t('counted', { count: total })} · {showArea(areaM2)} {t('mu')}{' '}
    <span className="zt-quiet">{showSquareMetres(areaM2)} ㎡</span>
  </>
)

/** The parcel that is open, with its neighbours in the list. */
function Beside({ id, items }: { id: string; items: readonly Parcel[] }) {
  const { setSearch } = useAddress()
  const at = items.findIndex((one) => one.id === id)
  const go = (to: Parcel | undefined) => to && (() => setSearch({ parcel: to.id }, { replace: true }))
  return (
    <ParcelPanel
      key={id}
      id={id}
      onClose={() => setSearch({ parcel: undefined })}
      onPrevious={go(at > 0 ? items[at - 1] : undefined)}
      onNext={go(at >= 0 ? items[at + 1] : undefined)}
      acts={() => <ToMap id={id} />}
    >
      <ParcelReservations parcelId={id} />
    </ParcelPanel>
  )
}

function NoParcels({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = useWords('space')
  const may = useMay()
  if (narrowed) return <EmptyState quiet title={t('noneSuch')} />
  return (
    <EmptyState
      title={t('none')}
      action={
        may('parcel:create') && (
          <Link to="/space/imports" className="zt-button zt-button-primary">
            {t('toImports')}
          </Link>
        )
      }
    >
      {t('noneText')}
    </EmptyState>
  )
}
