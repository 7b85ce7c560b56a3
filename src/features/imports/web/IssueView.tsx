import { Checkbox } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerImport } from '../contract.ts'
import { IssueGroups } from './IssueGroups.tsx'
import { IssueList } from './IssueList.tsx'
import { Pages } from './Pages.tsx'
import { type Severity, useCheckPlace } from './useCheckPlace.ts'
import { useIssues } from './useImports.ts'

const issuesPerPage = 50

type Props = { ledgerImport: LedgerImport; severity: Severity; editable: boolean }

/** The cells of one severity, to go through one kind of thing wrong at a time. */
export function IssueView({ ledgerImport, severity, editable }: Props) {
  const t = useWords('imports')
  const place = useCheckPlace()
  const { data, error, refetch, isFetching } = useIssues(ledgerImport.id, {
    severity,
    ...(place.answeredToo ? {} : { open: true }),
    ...(place.code ? { code: place.code } : {}),
    limit: issuesPerPage,
    offset: (place.page - 1) * issuesPerPage,
  })
  const none = severity === 'question' && !place.answeredToo ? 'issue.noneOpen' : 'issue.none'
  return (
    <div className="zt-check-view zt-issue-columns">
      <div className="zt-issue-side">
        <Checkbox checked={place.answeredToo} onChange={(event) => place.showAnswered(event.target.checked)}>
          {t('issue.also')}
        </Checkbox>
        <IssueGroups
          importId={ledgerImport.id}
          severity={severity}
          answeredToo={place.answeredToo}
          code={place.code}
          onChoose={place.narrow}
        />
      </div>
      <div className="zt-issue-main">
        {isFetching && !data && <LoadingBar />}
        {error && !data && <ErrorState quiet error={error} retry={() => void refetch()} />}
        {data && data.items.length === 0 && <EmptyState quiet title={t(none)} />}
        {data && <IssueList ledgerImport={ledgerImport} issues={data.items} editable={editable} />}
        {data && (
          <Pages
            page={place.page}
            size={issuesPerPage}
            total={data.total}
            words="pages.cells"
            onTurn={place.turn}
          />
        )}
      </div>
    </div>
  )
}
