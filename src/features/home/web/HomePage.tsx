import { Link } from '@tanstack/react-router'
import { shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, Page } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { EscalatedBlockers } from '../../blockers/web/EscalatedBlockers.tsx'
import { hasOwnProjects } from '../../projects/web/ready-views.ts'
import { FourLists } from './FourLists.tsx'
import { OpenProblems } from './OpenProblems.tsx'
import { OtherRooms } from './OtherRooms.tsx'
import { OwnProjects } from './OwnProjects.tsx'
import { useHome } from './use-home.ts'
import { WhereWeStand } from './WhereWeStand.tsx'
import './home.css'

export function HomePage() {
  const t = useWords('home')
  const may = useMay()
  const me = useMe()
  const isPhone = usePhone()
  const { language } = useLanguage()
  const { day } = useAsOf()
  const { data, isPending } = useHome()
  const today = day ?? shanghaiDay(Date.now())
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return (
    <Page title={t(day ? 'thatDay' : 'today')} aside={`${today} ${weekday.format(new Date(today))}`}>
      {me.posts.length === 0 ? <EmptyState title={t('noPost')} /> : <FourLists />}
      {/* Below what is asked first, so that nothing here moves when that is answered. */}
      {!isPending && (
        <>
          <WhyNoBusiness />
          {may('project:read') && hasOwnProjects(me) && <OwnProjects today={today} />}
          {may('project:read') && <WhereWeStand withFigures={data?.late?.scope === 'zone'} />}
          {may('project:read') && <EscalatedBlockers />}
          {may('project:read') && <OpenProblems />}
          {isPhone && <OtherRooms />}
        </>
      )}
    </Page>
  )
}

/** The three administrators keep out of business, and are told so. */
function WhyNoBusiness() {
  const t = useWords('home')
  const may = useMay()
  if (may('project:read')) return null
  return (
    <p className="zt-quiet zt-home-why">
      {may('unit:create') && t('administrator')}
      {may('member:create') && (
        <>
          {t('security')} <Link to="/settings/people">{t('toPeople')}</Link>
        </>
      )}
      {may('audit:read') && (
        <>
          {t('auditor')} <Link to="/audit">{t('toLog')}</Link>
        </>
      )}
    </p>
  )
}
