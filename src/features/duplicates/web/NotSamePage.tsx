import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { Pages } from '../../imports/web/Pages.tsx'
import { DuplicatesFrame } from './DuplicatesFrame.tsx'
import { useNotSame, useUnsay } from './use-duplicates.ts'
import { perPage, usePage } from './use-page.ts'

/** Pairs that somebody said are two projects. */
export function NotSamePage() {
  const t = useWords('duplicates')
  const { page, turn, range } = usePage()
  const { data, error, refetch, isFetching } = useNotSame(range)
  const unsay = useUnsay()
  return (
    <DuplicatesFrame aside={data && t('apart.count', { count: data.total })}>
      {isFetching && !data && <LoadingBar />}
      {(error ?? unsay.error) && <ErrorState error={error ?? unsay.error} retry={() => void refetch()} />}
      {data && data.total === 0 && <EmptyState title={t('apart.none')}>{t('apart.noneText')}</EmptyState>}
      {data && data.items.length > 0 && (
        <table className="zt-pairs">
          <thead>
            <tr>
              <th scope="col">{t('older')}</th>
              <th scope="col">{t('newer')}</th>
              <th scope="col">{t('apart.by')}</th>
              <th scope="col">
                <span className="zt-unseen">{t('apart.back')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((pair) => (
              <tr key={pair.id}>
                <td data-label={t('older')}>
                  <Link
                    to="/ledger/duplicates/$firstId/$secondId"
                    params={{ firstId: pair.firstId, secondId: pair.secondId }}
                  >
                    {pair.firstName}
                  </Link>
                </td>
                <td data-label={t('newer')}>{pair.secondName}</td>
                <td>
                  {pair.saidBy} {showTime(pair.saidAt)}
                </td>
                <td className="zt-pair-look">
                  {pair.abilities.includes('remove') && (
                    <Button size="small" loading={unsay.isPending} onClick={() => unsay.mutate(pair.id)}>
                      {t('apart.back')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && (
        <Pages page={page} size={perPage} total={data.total} words="duplicates:apart.pages" onTurn={turn} />
      )}
    </DuplicatesFrame>
  )
}
