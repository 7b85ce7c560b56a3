import { Link } from '@tanstack/react-router'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Parcel } from '../contract.ts'
import { parcelStatusWords } from '../statuses.ts'
import { toParcel } from './ParcelTable.tsx'

/** The same parcels for a phone. */
export function ParcelCards({ items, chosen }: { items: readonly Parcel[]; chosen: string | undefined }) {
  const t = useWords('space')
  const { language } = useLanguage()
  return (
    <ul className="zt-parcel-cards">
      {items.map((parcel) => (
        <li key={parcel.id} data-chosen={parcel.id === chosen || undefined}>
          <Link {...toParcel(parcel.id)}>
            <span className="zt-parcel-cards-title">
              {parcel.number ?? t('unnumbered')}
              {parcel.provenance === 'illustrative' && <Illustrative />}
            </span>
            <span className="zt-number">
              {showArea(parcel.areaM2)} {t('mu')}
            </span>
            <span>
              {parcelStatusWords[parcel.status][language]}
              {parcel.endedOn && ` · ${t('endedShort')}`}
              {parcel.name && ` · ${parcel.name}`}
            </span>
            <span className="zt-number zt-quiet">{parcel.unit ?? ''}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
