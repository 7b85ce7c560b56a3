import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Static } from '../../../shared/schema.ts'
import { api } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState } from '../../../web/ui/index.ts'
import type { LedgerImportLine, LedgerImportList } from '../../imports/contract.ts'
import { ImportStatus } from '../../imports/web/ImportStatus.tsx'

const shownAtMost = 5

export function LatestImports() {
  const t = useWords('home')
  const list = useQuery({
    queryKey: ['imports', 'list', shownAtMost],
    queryFn: () => api.get<Static<typeof LedgerImportList>>('/imports', { limit: shownAtMost }),
  })
  return (
    <section className="zt-home-list" aria-labelledby="home-imports">
      <header className="zt-home-head">
        <h2 id="home-imports">{t('imports')}</h2>
        {list.data && list.data.total > shownAtMost && (
          <Link to="/imports">{t('allImports', { total: list.data.total })}</Link>
        )}
      </header>
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && <EmptyState quiet title={t('importsEmpty')} />}
      <ul>
        {list.data?.items.map((one) => (
          <li key={one.id}>
            <Link to={`/imports/${one.id}`}>
              <span className="zt-home-name">{one.fileName}</span>
              <span className="zt-home-when">
                <ImportStatus status={one.status} counts={one.counts} />
              </span>
              <span className="zt-home-text">
                <span className="zt-quiet">
                  {t('importLine', { by: one.createdBy, at: showTime(one.createdAt) })}
                </span>
                <ImportCounts counts={one.counts} status={one.status} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Line = Static<typeof LedgerImportLine>

function ImportCounts({ counts, status }: Pick<Line, 'counts' | 'status'>) {
  const t = useWords('home')
  if (!counts) return null
  const open = status === 'checked' && counts.doubt + counts.questions > 0
  return (
    <span>
      {t('importCounts', { added: counts.new, changed: counts.changed })}
      {open && ` · ${t('importDoubts', { doubt: counts.doubt, questions: counts.questions })}`}
    </span>
  )
}
