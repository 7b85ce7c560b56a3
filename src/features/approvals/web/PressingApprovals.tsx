import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { DueCards } from './DueCards.tsx'
import { useDue } from './use-approvals.ts'
import './due-page.css'

const shownAtMost = 5

/** For today's page: the approvals of one's corps, or of the zone, that press most. */
export function PressingApprovals() {
  const t = useWords('approvals')
  const { corpsId } = useMe()
  const unitName = useUnitNames()
  const corps = corpsId ?? undefined
  const list = useDue({ corps, limit: shownAtMost })
  return (
    <section className="zt-home-list" aria-labelledby="home-approvals">
      <header className="zt-home-head">
        <h2 id="home-approvals">{t('room')}</h2>
        {list.data && list.data.total > 0 && (
          <Link to="/approvals" search={{ corps } as never}>
            {t('toAll', { total: list.data.total })}
          </Link>
        )}
      </header>
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && <EmptyState quiet title={t('noneDue')} />}
      {list.data && (
        <DueCards items={list.data.items} corpsName={(id) => (id === null ? t('noCorps') : unitName(id))} />
      )}
    </section>
  )
}
