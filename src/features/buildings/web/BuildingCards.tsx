import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Building } from '../contract.ts'
import { buildingKindWords } from '../words.ts'
import { sumOf, vacantShare } from './shown.ts'

/** The same buildings for a phone. */
export function BuildingCards({ items }: { items: readonly Building[] }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  return (
    <ul className="zt-parcel-cards">
      {items.map((building) => (
        <li key={building.id}>
          <Link to="/space/buildings/$buildingId" params={{ buildingId: building.id }}>
            <span className="zt-parcel-cards-title">
              {[building.name, building.number].filter(Boolean).join(' ')}
              {building.provenance === 'illustrative' && <Illustrative />}
            </span>
            <span className="zt-number">
              {t('vacantOf', { area: showNumber(sumOf(building.sums, 'vacant').areaM2, 0) })}
            </span>
            <span>
              {buildingKindWords[building.kind][language]}
              {building.nextEndOn && ` · ${t('nextEndOn', { day: building.nextEndOn })}`}
            </span>
            <span className="zt-number zt-quiet">{vacantShare(building.sums) ?? ''}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
