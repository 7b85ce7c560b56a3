import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { Pages } from '../../imports/web/Pages.tsx'
import type { Merge } from '../contract.ts'
import { DuplicatesFrame } from './DuplicatesFrame.tsx'
import { UnmergeDialog } from './UnmergeDialog.tsx'
import { useMerges } from './use-duplicates.ts'
import { perPage, usePage } from './use-page.ts'

/** Every merge, newest first, each to be taken back. */
export function MergesPage() {
  const t = useWords('duplicates')
  const { page, turn, range } = usePage()
  const { data, error, refetch, isFetching } = useMerges(range)
  const [undoing, setUndoing] = useState<Merge | null>(null)
  return (
    <DuplicatesFrame aside={data && t('merged.count', { count: data.total })}>
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && <EmptyState title={t('merged.none')}>{t('merged.noneText')}</EmptyState>}
      {data && data.items.length > 0 && (
        <table className="zt-pairs">
          <thead>
            <tr>
              <th scope="col">{t('merged.kept')}</th>
              <th scope="col">{t('merged.lost')}</th>
              <th scope="col">{t('merged.by')}</th>
              <th scope="col">
                <span className="zt-unseen">{t('merged.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((merge) => (
              <tr key={merge.id} data-undone={merge.undoneAt ? true : undefined}>
                <td data-label={t('merged.kept')}>
                  <Link to="/projects/$projectId" params={{ projectId: merge.keptId }}>
                    {merge.keptName}
                  </Link>
                </td>
                <td data-label={t('merged.lost')}>{merge.lostName}</td>
                <td>
                  {merge.createdBy} {showTime(merge.createdAt)}
                  {merge.undoneAt && (
                    <span className="zt-pair-facts">
                      {t('merged.undone', { by: merge.undoneBy ?? '', at: showTime(merge.undoneAt) })}
                    </span>
                  )}
                </td>
                <td className="zt-pair-look">
                  {merge.abilities.includes('undo') && (
                    <Button size="small" onClick={() => setUndoing(merge)}>
                      {t('merged.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && (
        <Pages page={page} size={perPage} total={data.total} words="duplicates:merged.pages" onTurn={turn} />
      )}
      {undoing && <UnmergeDialog merge={undoing} onClose={() => setUndoing(null)} />}
    </DuplicatesFrame>
  )
}
