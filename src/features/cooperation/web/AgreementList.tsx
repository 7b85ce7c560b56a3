import { Link } from '@tanstack/react-router'
import { showDay } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { StateMark } from './StateMark.tsx'
import { useAgreements } from './use-cooperation.ts'

const queries = {
  waiting: { waiting: 'me' },
  underWay: { show: 'underWay' },
  done: { show: 'done' },
} as const

/** Agreements in a line each; all that can be done to one is on its project's page. */
export function AgreementList({ show }: { show: keyof typeof queries }) {
  const t = useWords('cooperation')
  const list = useAgreements(queries[show])
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <LoadingBar />
  if (list.data.total === 0) return <EmptyState title={t(`none.${show}`)}>{t(`noneText.${show}`)}</EmptyState>
  return (
    <>
      <p className="zt-quiet">{t('total', { count: list.data.total })}</p>
      <ul className="zt-agreement-rows">
        {list.data.items.map((row) => (
          <li key={row.id}>
            <Link to={`/projects/${row.projectId}`} search={{ tab: 'cooperation' } as never}>
              {row.projectName}
            </Link>
            <span>
              {t(row.kind)}{' '}
              {row.kind === 'transfer'
                ? t('fromTo', { from: row.fromName, to: row.toName ?? '' })
                : t('led', { from: row.fromName })}
            </span>
            <span>{row.shares.map(({ unitName, percent }) => `${unitName} ${percent}%`).join(' · ')}</span>
            <span className="zt-quiet">
              {t('proposedBy', { name: row.proposedBy, day: showDay(row.proposedAt) })}
            </span>
            <StateMark state={row.state} />
          </li>
        ))}
      </ul>
    </>
  )
}
