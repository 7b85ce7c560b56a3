import { App, Button } from 'antd'
import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { RankedPlaces } from '../contract.ts'
import { shownNumber } from './shown-number.ts'
import { useReservations } from './use-places.ts'

type ReservationsProps = {
  projectId: string
  items: RankedPlaces['reservations']
  mayReserve: boolean
}

/** What is kept for the project, until when; land is let go here, a room by its lease. */
export function Reservations({ projectId, items, mayReserve }: ReservationsProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const { release } = useReservations(projectId)
  if (items.length === 0) return null

  async function letGo(id: string) {
    try {
      await release.mutateAsync(id)
      message.success(t('reserved.released'))
    } catch (problem) {
      message.error((problem as Error).message)
    }
  }

  return (
    <section aria-label={t('reserved.title')}>
      <h2>{t('reserved.title')}</h2>
      <ul className="zt-reserved">
        {items.map(({ id, kind, label, areaM2, untilOn, person }) => (
          <li key={id}>
            <b>{label}</b> <span>{t('reserved.area', { m2: shownNumber(areaM2, 0) })}</span>{' '}
            <span>{t('reserved.until', { day: untilOn ?? nothing })}</span>{' '}
            <span className="zt-quiet">{person ?? t('reserved.byLease')}</span>
            {mayReserve && kind === 'parcel' && (
              <Button type="text" size="small" loading={release.isPending} onClick={() => void letGo(id)}>
                {t('reserved.release')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
