import { useWords } from '../../../web/i18n/index.ts'
import { type Counts, severities } from '../contract.ts'
import type { CheckView, Severity } from './useCheckPlace.ts'

const order = ['doubt', 'new', 'changed', 'unchanged', 'skipped'] as const
export const severityMarks: Record<Severity, string> = { question: '■', warning: '▲', note: '○' }

/** The outcome of the check in one line; each figure opens its rows or its cells. */
export function CheckTabs({
  counts,
  view,
  onShow,
}: {
  counts: Counts
  view: CheckView | undefined
  onShow: (view: CheckView) => void
}) {
  const t = useWords('imports')
  const cells: Record<Severity, number> = {
    question: counts.questions,
    warning: counts.warnings,
    note: counts.notes,
  }
  const tab = (value: CheckView, label: string, n: number, mark?: string) => (
    <button
      key={value}
      type="button"
      aria-pressed={view === value}
      data-empty={n === 0 || undefined}
      onClick={() => onShow(value)}
    >
      {mark && (
        <span className="zt-severity" data-severity={value} aria-hidden="true">
          {mark}
        </span>
      )}
      {label}
      <b>{n}</b>
    </button>
  )
  return (
    <div className="zt-check-tabs">
      <fieldset aria-label={t('check.rows')}>
        {order.map((verdict) => tab(verdict, t(`verdict.${verdict}`), counts[verdict]))}
      </fieldset>
      <fieldset aria-label={t('check.cells')}>
        {severities.map((severity) =>
          tab(severity, t(`severity.${severity}`), cells[severity], severityMarks[severity]),
        )}
      </fieldset>
    </div>
  )
}
