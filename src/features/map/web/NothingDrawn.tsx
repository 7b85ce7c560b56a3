import { Link } from '@tanstack/react-router'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'

/** A zone whose map is still white. */
export function NothingDrawn({ unplaced }: { unplaced: number }) {
  const t = useWords('map')
  const may = useMay()
  const { day } = useAsOf()
  return (
    <div className="zt-map-nothing">
      <EmptyState
        title={day ? t('nothingThen', { day }) : t('nothing')}
        action={may('parcel:create') && <Link to="/space/imports">{t('importParcels')}</Link>}
      >
        {!day && t('nothingText')}
        {unplaced > 0 && ` ${t('nothingUnplaced', { count: unplaced })}`}
      </EmptyState>
    </div>
  )
}
