import { Link } from '@tanstack/react-router'
import { shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, Page } from '../../../web/ui/index.ts'
import { PressingApprovals } from '../../approvals/web/PressingApprovals.tsx'
import { EscalatedBlockers } from '../../blockers/web/EscalatedBlockers.tsx'
import { hasOwnProjects } from '../../projects/web/ready-views.ts'
import { LatestImports } from './LatestImports.tsx'
import { OpenProblems } from './OpenProblems.tsx'
import { OwnProjects } from './OwnProjects.tsx'
import { WhereWeStand } from './WhereWeStand.tsx'
import './home.css'

export function HomePage() {
  const t = useWords('home')
  const may = useMay()
  const me = useMe()
  const { posts } = me
  const { language } = useLanguage()
  const { day } = useAsOf()
  const today = day ?? shanghaiDay(Date.now())
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return (
    <Page title={t(day ? 'thatDay' : 'today')} aside={`${today} ${weekday.format(new Date(today))}`}>
      {posts.length === 0 && <EmptyState title={t('noPost')} />}
      {!may('project:read') && may('unit:create') && <EmptyState title={t('administrator')} />}
      {!may('project:read') && may('member:create') && (
        <EmptyState title={t('security')} action={<Link to="/settings/people">{t('toPeople')}</Link>} />
      )}
      {!may('project:read') && may('audit:read') && (
        <EmptyState title={t('auditor')} action={<Link to="/audit">{t('toLog')}</Link>} />
      )}
      {may('project:read') && hasOwnProjects(me) && <OwnProjects today={today} />}
      {may('project:read') && <WhereWeStand />}
      <div className="zt-home-lists">
        {may('project:read') && <OpenProblems />}
        {may('project:read') && <EscalatedBlockers />}
        {may('project:read') && <PressingApprovals />}
        {!day && may('import:read') && <LatestImports />}
      </div>
    </Page>
  )
}
