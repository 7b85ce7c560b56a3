import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Agreement, Step } from '../contract.ts'

/** Everything that happened to an agreement, with author, time and words; of one that is over, folded. */
export function StepList({ agreement, isFolded }: { agreement: Agreement; isFolded: boolean }) {
  const t = useWords('cooperation')
  const what = ({ kind, unitName, onBehalf }: Step) => {
    if (kind === 'agreed' && unitName === null) return t('allAgreed')
    const by = unitName && t(onBehalf ? 'onBehalf' : 'forUnit', { unit: unitName })
    return by ? `${by} ${t(`step.${kind}`)}` : t(`step.${kind}`)
  }
  return (
    <details className="zt-agreement-steps" open={!isFolded}>
      <summary>{t('steps')}</summary>
      <ol className="zt-cooperation-steps">
        {agreement.steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.takenAt}>{showTime(step.takenAt)}</time>
            <b>{step.takenBy}</b>
            <span>{what(step)}</span>
            {step.note && step.kind !== 'proposed' && (
              <span className="zt-cooperation-note">{step.note}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
