import { Checkbox, Segmented } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerImport } from '../contract.ts'
import { IssueGroups } from './IssueGroups.tsx'
import { IssueList } from './IssueList.tsx'
import { Pages } from './Pages.tsx'
import { type Severity, useCheckPlace } from './useCheckPlace.ts'
import { useIssues } from './useImports.ts'

const issuesPerPage = 50
const marks: Record<Severity, string> = { question: '■', warning: '▲', note: '○' }

/** The cells to look at: questions first, grouped by what is wrong. */
export function IssueView({ ledgerImport, editable }: { ledgerImport: LedgerImport; editable: boolean }) {
  const t = useWords('imports')
  const place = useCheckPlace()
  const { counts } = ledgerImport
  const totals: Record<Severity, number> = {
    question: counts?.questions ?? 0,
    warning: counts?.warnings ?? 0,
    note: counts?.notes ?? 0,
  }
  const severity =
    place.severity ?? (['question', 'warning', 'note'] as const).find((key) => totals[key] > 0) ?? 'question'
  const open = place.answeredToo ? {} : { open: true }
  const { data, error, refetch, isFetching } = useIssues(ledgerImport.id, {
    severity,
    ...open,
    ...(place.code ? { code: place.code } : {}),
    limit: issuesPerPage,
    offset: (place.page - 1) * issuesPerPage,
  })
  return (
    <div className="zt-check-view zt-issues">
      <div className="zt-issue-bar">
        <Segmented<Severity>
          size="small"
          value={severity}
          onChange={(next) => place.narrow({ severity: next })}
          options={(['question', 'warning', 'note'] as const).map((value) => ({
            value,
            label: (
              <>
                <span className="zt-severity" data-severity={value} aria-hidden="true">
                  {marks[value]}
                </span>{' '}
                {t(`severity.${value}`)} {totals[value]}
              </>
            ),
          }))}
        />
        <Checkbox
          checked={place.answeredToo}
          onChange={(event) => place.narrow({ answeredToo: event.target.checked })}
        >
          {t('issue.also')}
        </Checkbox>
      </div>
      <div className="zt-issue-columns">
        <IssueGroups
          importId={ledgerImport.id}
          severity={severity}
          answeredToo={place.answeredToo}
          code={place.code}
          onChoose={(code) => place.narrow({ code })}
        />
        <div className="zt-issue-main">
          {isFetching && !data && <LoadingBar />}
          {error && !data && <ErrorState quiet error={error} retry={() => void refetch()} />}
          {data && data.items.length === 0 && (
            <EmptyState
              quiet
              title={t(severity === 'question' && !place.answeredToo ? 'issue.noneOpen' : 'issue.none')}
            />
          )}
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
    </div>
  )
}
