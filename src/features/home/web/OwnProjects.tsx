import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../shared/days.ts'
import { showWhen } from '../../../shared/when.ts'
import { api } from '../../../web/api.ts'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { milestoneWords } from '../../projects/stages.ts'
import { ofOfficer } from '../../projects/web/ready-views.ts'
import { rowValue } from '../../projects/web/row-value.ts'
import { StageMark } from '../../projects/web/StageMark.tsx'
import { byNextStep, type OwnProject } from './own-projects.ts'
import { groupsBy, inCorps, ledgerSearch, ongoing } from './use-standing.ts'
import './own-projects.css'

const shownAtFirst = 8
/** Nobody looks after more. */
const readAtMost = 500

/** What a person looks after themselves, by what is due next. */
export function OwnProjects({ today }: { today: Day }) {
  const t = useWords('home')
  const { member } = useMe()
  const [isWhole, setWhole] = useState(false)
  const where = [ofOfficer(member.name), ongoing]
  const list = useQuery({
    queryKey: ['ledger', 'own', member.name],
    queryFn: () =>
      api.get<{ items: LedgerRow[]; total: number }>('/ledger', {
        where: JSON.stringify(where),
        limit: readAtMost,
      }),
  })
  const all = byNextStep(list.data?.items ?? [], today)
  const shown = isWhole ? all : all.slice(0, shownAtFirst)
  return (
    <section className="zt-home-list zt-own-projects" aria-labelledby="home-own">
      <header className="zt-home-head">
        <h2 id="home-own">
          <Link to="/ledger" search={ledgerSearch(where)}>
            {t('own', { total: showNumber(list.data?.total ?? 0) })}
          </Link>
        </h2>
        <OwnCorps />
      </header>
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && <EmptyState quiet title={t('ownEmpty')} />}
      <ul>
        {shown.map((one) => (
          <li key={one.row.id}>
            <OwnLine {...one} />
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <button type="button" className="zt-own-more" onClick={() => setWhole(true)}>
          {t('ownMore', { count: all.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function OwnLine({ row, next, isLate }: OwnProject) {
  const t = useWords('home')
  const { language } = useLanguage()
  const days = next?.days ?? null
  return (
    <Link to={`/projects/${row.id}`}>
      <span className="zt-home-name">{rowValue(row, 'name')}</span>
      <StageMark stage={rowValue(row, 'stage')} />
      <span className="zt-own-next">
        {next ? milestoneWords[next.kind][language] : t('ownNoNext')}
        {next && <span>{next.when === null ? t('ownNoDay') : showWhen(next.when, language)}</span>}
        {days !== null && (
          <span className={isLate ? 'zt-late' : 'zt-quiet'}>
            {isLate ? `■ ${t('ownDaysLate', { count: -days })}` : t('ownDaysLeft', { count: days })}
          </span>
        )}
      </span>
    </Link>
  )
}

/** Beside one's own: how many the corps has going. */
function OwnCorps() {
  const t = useWords('home')
  const { corpsId } = useMe()
  const unitName = useUnitNames()
  const corps = useQuery(groupsBy('corps', [ongoing]))
  if (corpsId === null || !corps.data) return null
  const count = corps.data.items.find(({ value }) => value === corpsId)?.count ?? 0
  return (
    <Link to="/ledger" search={ledgerSearch([ongoing, inCorps(corpsId)])}>
      {t('ownCorps', { corps: unitName(corpsId), count: showNumber(count) })}
    </Link>
  )
}
