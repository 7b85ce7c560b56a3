import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import { ParcelReservations } from '../../matching/web/ParcelReservations.tsx'
import type { ParcelDetail } from '../../spaces/contract.ts'
import { ParcelPanel } from '../../spaces/web/ParcelPanel.tsx'

type ParcelOnMapProps = {
  id: string
  /** Called once it is known where it lies. */
  onPlace?: (bounds: readonly number[]) => void
  onShow?: (bounds: readonly number[]) => void
  onClose: () => void
  /** Begins to draw the line along which it is split. */
  onSplit?: (parcel: ParcelDetail) => void
}

/** The parcel that is chosen on the map: its facts, and the ways to it on the map and in the list. */
export function ParcelOnMap({ id, onPlace, onShow, onClose, onSplit }: ParcelOnMapProps) {
  const t = useWords('map')
  return (
    <ParcelPanel
      id={id}
      onKnown={({ bounds }) => onPlace?.(bounds)}
      onClose={onClose}
      acts={(parcel) => (
        <>
          {onShow && <Button onClick={() => onShow(parcel.bounds)}>{t('showOnMap')}</Button>}
          <Link to="/space" search={{ parcel: id } as never} className="zt-button zt-button-plain">
            {t('toList')}
          </Link>
          {onSplit && parcel.abilities.includes('update') && !parcel.endedOn && (
            <Button onClick={() => onSplit(parcel)}>{t('split.begin')}</Button>
          )}
        </>
      )}
    >
      <ParcelReservations parcelId={id} />
    </ParcelPanel>
  )
}
