import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'

/** A zone whose map is still white. */
export function NothingDrawn({ unplaced }: { unplaced: number }) {
  const t = useWords('map')
  return (
    <div className="zt-map-nothing">
      <EmptyState title={t('nothing')}>
        {t('nothingText')}
        {unplaced > 0 && ` ${t('nothingUnplaced', { count: unplaced })}`}
      </EmptyState>
    </div>
  )
}
