import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, Light } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import type { Condition, LedgerRow } from '../../projects/contract.ts'
import { ledgerSearch } from './use-standing.ts'

const where: Condition[] = [
  { field: 'problem', op: 'filled' },
  { field: 'standing', op: 'is', value: ['ongoing', 'onHold'] },
]
const shownAtMost = 8
/** The ledger does not sort by month told of; among so many the newest are found. */
const readAtMost = 100

function textOf(row: LedgerRow, key: string): string | null {
  const value = row[key]
  return typeof value === 'string' ? value : null
}

/** Projects that say what stands in their way, the latest month first. */
export function OpenProblems() {
  const t = useWords('home')
  const list = useQuery({
    queryKey: ['ledger', 'problems'],
    queryFn: () =>
      api.get<{ items: LedgerRow[]; total: number }>('/ledger', {
        where: JSON.stringify(where),
        limit: readAtMost,
      }),
  })
  const unitName = useUnitNames()
  const newest = [...(list.data?.items ?? [])].sort((a, b) => (b.period ?? '').localeCompare(a.period ?? ''))
  return (
    <section className="zt-home-list zt-home-problems" aria-labelledby="home-problems">
      <header className="zt-home-head">
        <h2 id="home-problems">{t('problems')}</h2>
        {list.data && list.data.total > 0 && (
          <Link to="/ledger" search={ledgerSearch(where)}>
            {t('allProblems', { total: list.data.total })}
          </Link>
        )}
      </header>
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && <EmptyState quiet title={t('problemsEmpty')} />}
      <ul>
        {newest.slice(0, shownAtMost).map((row) => (
          <li key={row.id}>
            <Link to={`/projects/${row.id}`}>
              <span className="zt-home-light">
                <Light light={textOf(row, 'light')} wordless />
              </span>
              <span className="zt-home-name">{textOf(row, 'name')}</span>
              <span className="zt-quiet zt-home-when">
                <span>{unitName(textOf(row, 'corps'))}</span>
                {row.period}
              </span>
              <span className="zt-home-text">
                {textOf(row, 'problem')}
                {textOf(row, 'coordination') &&
                  ` ${t('coordination', { text: textOf(row, 'coordination') ?? '' })}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
