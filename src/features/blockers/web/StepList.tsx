import { nothing, showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { BlockerStep } from '../contract.ts'
import { blockerKinds, kindWords } from '../kinds.ts'
import { levelWords } from '../ladder.ts'

/** Every step with its author and time, the latest first. */
export function StepList({ steps, isOpen }: { steps: readonly BlockerStep[]; isOpen: boolean }) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const changed = ({ field, from, to }: NonNullable<BlockerStep['changes']>[number]) => {
    const word = (value: string | null) => {
      const kind = field === 'kind' && blockerKinds.find((one) => one === value)
      return kind ? kindWords[kind][language] : (value ?? nothing)
    }
    return t('changed', { field: t(field), from: word(from), to: word(to) })
  }
  return (
    <details className="zt-blocker-history" open={isOpen}>
      <summary>
        {t('history')} <span className="zt-quiet">{steps.length}</span>
      </summary>
      <ol>
        {steps.toReversed().map((step) => (
          <li key={step.id}>
            <time dateTime={step.madeAt}>{showTime(step.madeAt)}</time>
            <b>{step.madeBy}</b>
            <span>
              {t(`step.${step.kind}`, {
                from: levelWords[step.fromLevel][language],
                to: levelWords[step.toLevel][language],
              })}
            </span>
            {step.text && <p>{step.text}</p>}
            {step.changes?.map((change) => (
              <p key={change.field}>{changed(change)}</p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  )
}
