import { useWords } from '../../../web/i18n/index.ts'
import type { Issue, LedgerImport } from '../contract.ts'
import { issueSentence } from '../issue-words.ts'
import { fieldLabel } from '../show-value.ts'
import { severityMarks } from './CheckTabs.tsx'
import { IssueAnswer } from './IssueAnswer.tsx'
import { useFindRow } from './useFindRow.ts'
import { type ShowingHere, useShowing } from './useShowing.ts'
import './issues.css'

type Props = {
  ledgerImport: LedgerImport
  issues: readonly Issue[]
  editable: boolean
  /** Inside the row that they belong to, which then needs no naming. */
  inRow?: boolean
}

/** Cells as received, what is wrong with each and the ways out. */
export function IssueList({ ledgerImport, issues, editable, inRow = false }: Props) {
  const showing = useShowing(ledgerImport)
  return (
    <ol className="zt-issue-list">
      {issues.map((issue) => (
        <IssueItem
          key={issue.id}
          ledgerImport={ledgerImport}
          issue={issue}
          editable={editable}
          inRow={inRow}
          showing={showing}
        />
      ))}
    </ol>
  )
}

type ItemProps = Omit<Props, 'issues'> & { issue: Issue; inRow: boolean; showing: ShowingHere }

function IssueItem({ ledgerImport, issue, editable, inRow, showing }: ItemProps) {
  const t = useWords('imports')
  const findRow = useFindRow(ledgerImport.id)
  const { language, showingOf } = showing
  const sentence = issueSentence(issue, language, showingOf(issue.field ?? '', [issue.taken]))
  return (
    <li
      className="zt-issue"
      data-severity={issue.severity}
      data-answered={issue.resolution !== null || undefined}
    >
      <div className="zt-issue-place">
        <span className="zt-severity" data-severity={issue.severity}>
          <span aria-hidden="true">{severityMarks[issue.severity]}</span>
          <span className="zt-unseen">{t(`severity.${issue.severity}`)}</span>
        </span>
        <span>{t('issue.at', { sheet: inRow ? '' : issue.sheet, cell: issue.cell }).trim()}</span>
        {issue.field && <span className="zt-quiet">{fieldLabel(issue.field, language)}</span>}
      </div>
      <div className="zt-issue-said">
        {issue.value.trim() !== '' && (
          <span className="zt-received" data-doubtful={issue.severity === 'question' || undefined}>
            <span className="zt-unseen">{t('issue.received')} </span>
            {issue.value}
          </span>
        )}
        <p>{sentence}</p>
        {!inRow && (issue.projectName || issue.rowId) && (
          <p className="zt-issue-row">
            {issue.projectName && <span className="zt-quiet">{issue.projectName}</span>}
            {issue.rowId && (
              <button
                type="button"
                className="zt-link"
                onClick={() => findRow.find(issue.rowId ?? '', issue.projectName)}
              >
                {t('issue.toRow')}
              </button>
            )}
          </p>
        )}
        <IssueAnswer importId={ledgerImport.id} issue={issue} editable={editable} showing={showing} />
      </div>
    </li>
  )
}
