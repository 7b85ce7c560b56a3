import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { BlockerCards } from './BlockerCards.tsx'
import { useBlockers } from './use-blockers.ts'

const shownAtMost = 5

/** For today's page: what has come up to the directors, what has come up to a commander; for others the open ones of their corps. */
export function EscalatedBlockers() {
  const t = useWords('blockers')
  const { posts, corpsId } = useMe()
  const unitName = useUnitNames()
  const isDirector = posts.some(({ role }) => role === 'director')
  const isCommander = posts.some(({ role }) => role === 'commander')
  const query = isDirector
    ? { waiting: 'me' as const }
    : isCommander
      ? { waiting: 'me' as const, level: 'corps' as const }
      : { corps: corpsId ?? undefined }
  const list = useBlockers({ ...query, limit: shownAtMost })
  const title = t(isDirector ? 'homeZone' : isCommander ? 'homeCorps' : 'homeOpen')
  return (
    <section className="zt-home-list" aria-labelledby="home-blockers">
      <header className="zt-home-head">
        <h2 id="home-blockers">{title}</h2>
        {list.data?.total === 0 ? (
          <Link to="/blockers">{t('toRoom')}</Link>
        ) : (
          <Link to="/blockers" search={query as never}>
            {list.data && t('toAll', { total: list.data.total })}
          </Link>
        )}
      </header>
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && <EmptyState quiet title={t('homeNone')} />}
      {list.data && (
        <BlockerCards
          items={list.data.items}
          corpsName={(id) => (id === null ? t('noCorps') : unitName(id))}
        />
      )}
    </section>
  )
}
