import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showArea, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import { parcelStatuses, parcelStatusWords } from '../../spaces/statuses.ts'
import type { MapAsked } from './map-address.ts'
import { Swatch } from './Swatch.tsx'
import { useParcels } from './use-map-data.ts'
import './panels.css'

const atATime = 100
const mostAtOnce = 500

type ParcelListProps = {
  asked: MapAsked
  /** A lasso that they lie in; undefined: everywhere. */
  within: string | undefined
  onOpen: (id: string) => void
}

/** The same parcels as rows: for the keyboard, for who cannot see the map, and where none can be drawn. */
export function ParcelList({ asked, within, onOpen }: ParcelListProps) {
  const t = useWords('map')
  const may = useMay()
  const { language } = useLanguage()
  const [limit, setLimit] = useState(atATime)
  const { data, error, isPlaceholderData, refetch } = useParcels({
    within,
    unitId: asked.unitId,
    status: parcelStatuses.filter((status) => !asked.hidden.has(status)),
    limit,
  })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <LoadingBar />
  const left = data.total - data.items.length
  return (
    <div className="zt-map-sheet">
      {isPlaceholderData && <LoadingBar />}
      <div className="zt-parcel-sum">
        <span>
          {t('listed', { count: showNumber(data.total), mu: showArea(data.areaM2, { digits: 2 }) })}
        </span>
        {within && (
          <Link to="/ledger" search={{ within } as never}>
            {t('projectsInLedger')}
          </Link>
        )}
        {within && may('building:read') && (
          <Link to="/space/buildings" search={{ within } as never}>
            {t('buildingsInList')}
          </Link>
        )}
      </div>
      {data.total === 0 && <EmptyState quiet title={t('listNothing')} />}
      <ul className="zt-parcel-list">
        {data.items.map((parcel) => (
          <li key={parcel.id}>
            <button
              type="button"
              aria-current={parcel.id === asked.parcelId || undefined}
              onClick={() => onOpen(parcel.id)}
            >
              <Swatch status={parcel.status} />
              <span>
                <strong>{parcel.number ?? parcel.name ?? t('unnamed')}</strong>{' '}
                {parcel.provenance === 'illustrative' && <Illustrative />}
                <span className="zt-quiet">
                  {[parcelStatusWords[parcel.status][language], parcel.unit].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="zt-number">
                {showArea(parcel.areaM2, { digits: 2 })} <span className="zt-quiet">{t('frame:mu')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {left > 0 &&
        (limit < mostAtOnce ? (
          <Button onClick={() => setLimit(Math.min(mostAtOnce, limit + atATime))}>
            {t('more', { count: Math.min(left, atATime) })}
          </Button>
        ) : (
          <p className="zt-quiet">{t('tooMany', { count: left })}</p>
        ))}
    </div>
  )
}
