import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { TimelineEntry } from '../contract.ts'
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

const causeWords = {
  import: 'timeline.byImport',
  undo: 'timeline.byUndo',
  reorganisation: 'timeline.byReorganisation',
  merge: 'timeline.byMerge',
  unmerge: 'timeline.byUnmerge',
  first_contact: 'timeline.byFirstContact',
  transfer: 'timeline.byTransfer',
  joint: 'timeline.byJoint',
} as const

const ofCooperation = new Set<string>(['first_contact', 'transfer', 'joint'])

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useWords('projects')
  const may = useMay()
  const { cause } = entry
  const name = cause?.name ?? ''
  const causeText = cause && t(causeWords[cause.kind], { name })
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
        {cause &&
          (cause.kind === 'reorganisation' ? (
            <Link to="/settings/organisation">{causeText}</Link>
          ) : cause.kind === 'merge' || cause.kind === 'unmerge' ? (
            <MergeLink>{causeText}</MergeLink>
          ) : ofCooperation.has(cause.kind) ? (
            <Link to="." search={(now: object) => ({ ...now, tab: 'cooperation' }) as never}>
              {causeText}
            </Link>
          ) : may('import:read') ? (
            <Link to={`/imports/${cause.id}`}>{causeText}</Link>
          ) : (
            <span className="zt-quiet">{causeText}</span>
          ))}
      </p>
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

function MergeLink({ children }: { children: ReactNode }) {
  const may = useMay()
  if (may('duplicate:read')) return <Link to="/ledger/duplicates/merged">{children}</Link>
  return <span className="zt-quiet">{children}</span>
}
