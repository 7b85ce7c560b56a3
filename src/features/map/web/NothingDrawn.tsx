import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'

/** A zone whose map is still white. */
export function NothingDrawn({ unplaced }: { unplaced: number }) {
  const t = useWords('map')
  const may = useMay()
  return (
    <div className="zt-map-nothing">
      <EmptyState
        title={t('nothing')}
        action={may('parcel:create') && <Link to="/space/imports">{t('importParcels')}</Link>}
      >
        {t('nothingText')}
        {unplaced > 0 && ` ${t('nothingUnplaced', { count: unplaced })}`}
      </EmptyState>
    </div>
  )
}
