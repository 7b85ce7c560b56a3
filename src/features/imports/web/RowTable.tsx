import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { ImportRow, LedgerImport, Verdict } from '../contract.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { IssueList } from './IssueList.tsx'
import { useDecide, useIssues } from './useImports.ts'
import { type ShowingHere, useShowing } from './useShowing.ts'
import { ValueList } from './ValueList.tsx'

type Shown = Exclude<Verdict, 'doubt'>
type Props = {
  ledgerImport: LedgerImport
  verdict: Shown
  rows: readonly ImportRow[]
  pointed: string | undefined
  editable: boolean
}

const third: Record<Shown, string | undefined> = {
  new: 'row.values',
  changed: 'row.difference',
  skipped: 'row.why',
  unchanged: undefined,
}

/** Rows of the file: where they stand, which project they are, what changes, and their cells to look at. */
export function RowTable({ ledgerImport, verdict, rows, pointed, editable }: Props) {
  const t = useWords('imports')
  const showing = useShowing(ledgerImport)
  const detail = third[verdict]
  return (
    <table className="zt-row-table" data-verdict={verdict}>
      <thead>
        <tr>
          <th scope="col">{t('row.place')}</th>
          <th scope="col">{t('row.project')}</th>
          {detail && <th scope="col">{t(detail)}</th>}
          <th scope="col">{t('row.issues')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            ledgerImport={ledgerImport}
            verdict={verdict}
            row={row}
            pointed={row.id === pointed}
            editable={editable}
            showing={showing}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Omit<Props, 'rows' | 'pointed'> & { row: ImportRow; pointed: boolean; showing: ShowingHere }

function Row({ ledgerImport, verdict, row, pointed, editable, showing }: RowProps) {
  const t = useWords('imports')
  const [open, setOpen] = useState(false)
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (pointed) line.current?.scrollIntoView({ block: 'center' })
  }, [pointed])
  return (
    <>
      <tr ref={line} data-pointed={pointed || undefined}>
        <td className="zt-row-place">{t('row.at', { sheet: row.sheet, row: row.row })}</td>
        <td className="zt-row-name">
          <RowName row={row} applied={ledgerImport.status === 'applied'} />
          {editable && <RowDecision importId={ledgerImport.id} row={row} />}
        </td>
        {verdict === 'changed' && (
          <td>
            <DifferenceList differences={row.differences} showing={showing} />
          </td>
        )}
        {verdict === 'new' && (
          <td>
            <ValueList values={row.differences} showing={showing} />
          </td>
        )}
        {verdict === 'skipped' && (
          <td className="zt-quiet">{t(row.decision === 'skip' ? 'row.skippedByYou' : 'row.skippedOther')}</td>
        )}
        <td className="zt-row-issues">
          {row.issues > 0 && (
            <button type="button" className="zt-link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('row.issueCount', { count: row.issues })}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr className="zt-row-open">
          <td colSpan={third[verdict] ? 4 : 3}>
            <RowIssues ledgerImport={ledgerImport} rowId={row.id} editable={editable} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The file's name of the project; where the ledger calls it otherwise, that too. */
export function RowName({ row, applied }: { row: ImportRow; applied: boolean }) {
  const t = useWords('imports')
  const name = row.name ?? <span className="zt-quiet">{t('row.nameless')}</span>
  const decided =
    row.decision === 'match' ? t('row.matchedByYou', { name: row.projectName ?? '' }) : t('row.createdByYou')
  return (
    <>
      {row.projectId && (applied || row.verdict !== 'new') ? (
        <Link to="/projects/$projectId" params={{ projectId: row.projectId }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {row.decision && row.decision !== 'skip' && <span className="zt-row-note">{decided}</span>}
      {!row.decision && row.projectName && row.projectName !== row.name && (
        <span className="zt-row-note">{t('row.inLedger', { name: row.projectName })}</span>
      )}
    </>
  )
}

/** Skips a row, or takes back what was decided of it. */
function RowDecision({ importId, row }: { importId: string; row: ImportRow }) {
  const t = useWords('imports')
  const { message } = App.useApp()
  const decide = useDecide(importId)
  if (row.verdict === 'unchanged' && row.decision === null) return null
  if (row.verdict === 'skipped' && row.decision === null) return null
  const words = row.decision === null ? 'row.skip' : row.decision === 'skip' ? 'row.unskip' : 'row.takeBack'
  return (
    <Button
      type="link"
      size="small"
      className="zt-row-decision"
      data-decided={row.decision ?? undefined}
      loading={decide.isPending}
      onClick={() =>
        decide.mutate(
          { rowId: row.id, decision: row.decision === null ? 'skip' : null },
          { onError: (problem) => void message.error(problem.message) },
        )
      }
    >
      {t(words)}
    </Button>
  )
}

const mostOfOneRow = 100

function RowIssues({
  ledgerImport,
  rowId,
  editable,
}: {
  ledgerImport: LedgerImport
  rowId: string
  editable: boolean
}) {
  const { data } = useIssues(ledgerImport.id, { rowId, limit: mostOfOneRow })
  return data ? <IssueList ledgerImport={ledgerImport} issues={data.items} editable={editable} inRow /> : null
}
