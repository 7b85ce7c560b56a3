import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { TimelineEntry } from '../contract.ts'
import { CauseText, ReasonText } from './CauseText.tsx'
import { FieldChange } from './FieldChange.tsx'
import './timeline.css'

const atATime = 30

/** Everything that happened to a project, newest first: who changed what from what to what, when, and through what. */
export function Timeline({ projectId }: { projectId: string }) {
  const t = useWords('projects')
  const answer = useInfiniteQuery({
    queryKey: ['timeline', projectId],
    queryFn: ({ pageParam }) =>
      api.get<{ items: TimelineEntry[]; total: number }>(`/projects/${projectId}/timeline`, {
        limit: atATime,
        offset: pageParam,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0)
      return read < last.total ? read : undefined
    },
  })
  if (answer.isError) return <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />
  if (!answer.data) return <LoadingBar />
  const entries = answer.data.pages.flatMap((page) => page.items)
  if (entries.length === 0) return <EmptyState quiet title={t('timeline.none')} />
  return (
    <>
      <ol className="zt-timeline">
        {entries.map((entry) => (
          <Entry key={`${entry.at} ${entry.actor} ${entry.cause?.id}`} entry={entry} />
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button onClick={() => void answer.fetchNextPage()} loading={answer.isFetchingNextPage}>
          {t('timeline.more', { count: (answer.data.pages[0]?.total ?? 0) - entries.length })}
        </Button>
      )}
    </>
  )
}

/** Long first entries (a whole row imported) stay folded. */
const openUpTo = 8

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const { cause } = entry
  const changes = (
    <dl>
      {entry.changes.map((change) => (
        <FieldChange
          key={`${change.field} ${change.period}`}
          change={change}
          isNew={entry.operation === 'insert'}
        />
      ))}
    </dl>
  )
  return (
    <li>
      <p className="zt-timeline-act">
        <time dateTime={entry.at}>{showTime(entry.at)}</time>
        <b>{entry.actor ?? t('timeline.system')}</b>
        {t(`timeline.${entry.operation}`)}
        {cause && <CauseText cause={cause} />}
      </p>
      {cause && <ReasonText cause={cause} language={language} />}
      {entry.changes.length > openUpTo ? (
        <details>
          <summary>{t('timeline.fields', { count: entry.changes.length })}</summary>
          {changes}
        </details>
      ) : (
        changes
      )}
    </li>
  )
}
