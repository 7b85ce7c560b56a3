import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import type { Late } from '../contract.ts'
import { LateCorps } from './LateCorps.tsx'
import { LateRows } from './LateRows.tsx'

/** The worst of what is late; the count opens all of it. */
export function LateList({ late }: { late: Late }) {
  const t = useWords('home')
  const { scope, projects, approvals, items, byCorps } = late
  return (
    <section className="zt-home-list" aria-labelledby="home-late">
      <header className="zt-home-head">
        <h2 id="home-late">{t('late')}</h2>
        {projects + approvals > 0 && (
          <Link to="/late">
            {[
              projects > 0 && t('lateProjects', { count: projects, shown: showNumber(projects) }),
              approvals > 0 && t('lateApprovals', { count: approvals, shown: showNumber(approvals) }),
            ]
              .filter(Boolean)
              .join(t('and'))}
          </Link>
        )}
        <span className="zt-quiet">{t(`lateOf.${scope}`)}</span>
      </header>
      {items.length === 0 && <EmptyState quiet title={t(`lateNone.${scope}`)} />}
      {scope === 'zone' && byCorps.length > 1 && <LateCorps byCorps={byCorps} chosen={undefined} />}
      <LateRows items={items} withCorps={scope === 'zone'} />
    </section>
  )
}
