import { Link } from '@tanstack/react-router'
import { nothing, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Building } from '../contract.ts'
import { buildingKindWords } from '../words.ts'
import type { Asked } from './rooms-address.ts'
import { SortLink } from './SortLink.tsx'
import { sumOf, vacantShare } from './shown.ts'

export function BuildingTable({ items, asked }: { items: readonly Building[]; asked: Asked }) {
  const t = useWords('buildings')
  const sort = asked.sort ?? 'name'
  return (
    <div className="zt-parcel-place">
      <table className="zt-parcel-table zt-building-table">
        <thead>
          <tr>
            <SortLink now={sort} by="name" label={t('building')} />
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="zt-number">
              {t('floors')}
            </th>
            <th scope="col" className="zt-number">
              {t('rooms')}
            </th>
            <SortLink now={sort} by="-area" label={t('roomArea')} unit="㎡" />
            <SortLink now={sort} by="-vacant" label={t('vacantArea')} unit="㎡" />
            <SortLink now={sort} by="-share" label={t('vacancy')} unit="%" />
            <th scope="col" className="zt-number">
              {t('freeing6')} <span className="zt-quiet">㎡</span>
            </th>
            <SortLink now={sort} by="end" label={t('nextEnd')} />
          </tr>
        </thead>
        <tbody>
          {items.map((building) => (
            <Line key={building.id} building={building} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ building }: { building: Building }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const { id, sums } = building
  const vacant = sumOf(sums, 'vacant')
  const soon = sums.freeing.find(({ months }) => months === 6)
  const share = vacantShare(sums)
  return (
    <tr>
      <th scope="row">
        <Link to="/space/buildings/$buildingId" params={{ buildingId: id }}>
          {[building.name, building.number].filter(Boolean).join(' ')}
        </Link>
        {building.provenance === 'illustrative' && <Illustrative />}
      </th>
      <td>{buildingKindWords[building.kind][language]}</td>
      <td>{building.unit ?? nothing}</td>
      <td className="zt-number">
        {t('floorsOf', { above: building.floorsAbove, below: building.floorsBelow })}
      </td>
      <td className="zt-number">{showNumber(sums.rooms)}</td>
      <td className="zt-number">{showNumber(sums.areaM2, 0)}</td>
      <td className="zt-number">
        {vacant.count > 0 ? (
          <Link to="/space/rooms" search={{ building: id, state: 'vacant' } as never}>
            {showNumber(vacant.areaM2, 0)}
          </Link>
        ) : (
          '0'
        )}
      </td>
      <td className="zt-number">
        <span className="zt-vacancy-bar" aria-hidden="true">
          <span style={{ inlineSize: share }} />
        </span>
        <span className="zt-vacancy-share">{share?.replace('%', '') ?? nothing}</span>
      </td>
      <td className="zt-number">
        {soon && soon.count > 0 ? (
          <Link to="/space/rooms" search={{ building: id, free: '6', sort: 'free' } as never}>
            {showNumber(soon.areaM2, 0)}
          </Link>
        ) : (
          '0'
        )}
      </td>
      <td>{building.nextEndOn ?? nothing}</td>
    </tr>
  )
}
