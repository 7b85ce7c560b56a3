import { Link } from '@tanstack/react-router'
import { nothing, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Room } from '../contract.ts'
import { showLevel } from '../model/levels.ts'
import type { Asked } from './rooms-address.ts'
import { SortLink } from './SortLink.tsx'
import { StateMark } from './StateMark.tsx'
import { showRent } from './shown.ts'
import { useTenant } from './use-tenant.ts'

export const toRoom = (id: string) => ({
  to: '.',
  search: ((before: object) => ({ ...before, room: id })) as never,
})
type RoomsProps = { items: readonly Room[]; chosen: string | undefined }

export function RoomTable({ items, asked, chosen }: RoomsProps & { asked: Asked }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const tenantOf = useTenant()
  const sort = asked.sort ?? 'place'
  return (
    <div className="zt-parcel-place">
      <table className="zt-parcel-table">
        <thead>
          <tr>
            <SortLink now={sort} by="place" label={t('room')} />
            <th scope="col">{t('building')}</th>
            <th scope="col">{t('floor')}</th>
            <SortLink now={sort} by="-area" label={t('area')} unit="㎡" />
            <th scope="col" className="zt-number">
              {t('height')} <span className="zt-quiet">m</span>
            </th>
            <th scope="col" className="zt-number">
              {t('load')} <span className="zt-quiet">t/㎡</span>
            </th>
            <th scope="col">{t('state')}</th>
            <SortLink now={sort} by="free" label={t('freeOn')} />
            <th scope="col">{t('tenant')}</th>
            <SortLink now={sort} by="end" label={t('leaseEnd')} />
            <th scope="col">{t('asking')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((room) => (
            <tr key={room.id} data-chosen={room.id === chosen || undefined}>
              <th scope="row">
                <Link {...toRoom(room.id)}>{room.number}</Link>
              </th>
              <td>
                <Link to="/space/buildings/$buildingId" params={{ buildingId: room.buildingId }}>
                  {room.building}
                </Link>
              </td>
              <td>{showLevel(room.level)}</td>
              <td className="zt-number">{showNumber(room.areaM2, 1)}</td>
              <td className="zt-number">{room.heightM ?? nothing}</td>
              <td className="zt-number">{room.loadTM2 ?? nothing}</td>
              <td>
                <StateMark state={room.state} />
              </td>
              <td>{room.freeOn ?? nothing}</td>
              <td>{tenantOf(room) ?? nothing}</td>
              <td>{room.lease?.toOn ?? nothing}</td>
              <td>{showRent(room.askingRent, room.askingRentUnit, language) ?? nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same rooms for a phone. */
export function RoomCards({ items, chosen }: RoomsProps) {
  const tenantOf = useTenant()
  return (
    <ul className="zt-parcel-cards">
      {items.map((room) => (
        <li key={room.id} data-chosen={room.id === chosen || undefined}>
          <Link {...toRoom(room.id)}>
            <span className="zt-parcel-cards-title">
              {room.building} {room.number}
            </span>
            <span className="zt-number">{showNumber(room.areaM2, 0)} ㎡</span>
            <span>
              <StateMark state={room.state} /> {tenantOf(room)}
            </span>
            <span className="zt-number zt-quiet">{room.lease?.toOn ?? ''}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
