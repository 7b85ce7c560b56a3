import { Segmented } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { type LedgerImport, verdicts } from '../contract.ts'
import { DoubtList } from './DoubtList.tsx'
import { IssueView } from './IssueView.tsx'
import { RowView } from './RowView.tsx'
import { Step } from './Step.tsx'
import { type CheckView, firstView, useCheckPlace } from './useCheckPlace.ts'
import './check.css'

/** Row by row what would become of the file, and cell by cell what is not understood. */
export function CheckStep({ ledgerImport }: { ledgerImport: LedgerImport }) {
  const t = useWords('imports')
  const { counts, status } = ledgerImport
  const place = useCheckPlace()
  if (!counts) return <Step number={2} name="check" state="waiting" summary={t('step.waitCheck')} />
  const view = place.view ?? firstView(counts)
  const cells = counts.questions + counts.warnings + counts.notes
  const tabs: { value: CheckView; label: string; n: number }[] = [
    ...(['doubt', 'new', 'changed', 'unchanged', 'skipped'] as const).map((verdict) => ({
      value: verdict,
      label: t(`verdict.${verdict}`),
      n: counts[verdict],
    })),
    { value: 'cells', label: t('check.cells'), n: cells },
  ]
  const editable = status === 'checked' && ledgerImport.abilities.includes('check')
  return (
    <Step
      number={2}
      name="check"
      state={status === 'checked' ? 'now' : 'done'}
      summary={<Summary counts={counts} />}
    >
      <Segmented<CheckView>
        className="zt-check-tabs"
        value={view}
        onChange={(next) => place.show(next)}
        options={tabs.map(({ value, label, n }) => ({
          value,
          label: (
            <span className="zt-check-tab" data-empty={n === 0 || undefined}>
              {label} <b>{n}</b>
            </span>
          ),
        }))}
      />
      {view === 'cells' && <IssueView ledgerImport={ledgerImport} editable={editable} />}
      {view === 'doubt' && <DoubtList ledgerImport={ledgerImport} editable={editable} />}
      {verdicts.some((verdict) => verdict === view) && view !== 'doubt' && view !== 'cells' && (
        <RowView key={view} ledgerImport={ledgerImport} verdict={view} editable={editable} />
      )}
    </Step>
  )
}

/** 新增 x · 变更 y · … and the cells to look at. */
function Summary({ counts }: { counts: NonNullable<LedgerImport['counts']> }) {
  const t = useWords('imports')
  const severities = [
    { key: 'question', mark: '■', n: counts.questions },
    { key: 'warning', mark: '▲', n: counts.warnings },
    { key: 'note', mark: '○', n: counts.notes },
  ] as const
  return (
    <ul className="zt-counts">
      {(['new', 'changed', 'unchanged', 'doubt', 'skipped'] as const).map((verdict) => (
        <li key={verdict} data-verdict={verdict} data-empty={counts[verdict] === 0 || undefined}>
          {t(`verdict.${verdict}`)} <b>{counts[verdict]}</b>
        </li>
      ))}
      {severities.map(({ key, mark, n }, index) => (
        <li
          key={key}
          data-severity={key}
          data-first={index === 0 || undefined}
          data-empty={n === 0 || undefined}
        >
          <span className="zt-severity" data-severity={key} aria-hidden="true">
            {mark}
          </span>{' '}
          {t(`severity.${key}`)} <b>{n}</b>
        </li>
      ))}
    </ul>
  )
}
