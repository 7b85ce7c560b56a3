import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { PlanAnswer } from '../plan-contract.ts'
import { shownNumber } from './shown-number.ts'

const mostShown = 8
type PlanBindingProps = { answer: PlanAnswer; corpsName: (id: string | null) => string }

/** Rules, limits and spaces that a better plan would need more of. */
export function PlanBinding({ answer: { binding, notLookedAt }, corpsName }: PlanBindingProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const lines = [
    ...binding.rules.map(({ rule, words, projects }) =>
      t('plan.bindingRules', { rule: words?.[language] ?? t(rule), count: projects }),
    ),
    ...binding.quotas.map(({ corpsId, measure, limit, used, price }) =>
      t('plan.bindingQuota', {
        ...{ corps: corpsName(corpsId), limit: shownNumber(limit, 0), used: shownNumber(used, 0) },
        ...{ unit: t(`plan.form.${measure}`), price: shownNumber(price, 1) },
      }),
    ),
    ...binding.spaces
      .slice(0, mostShown)
      .map(({ part, price }) => t('plan.bindingSpace', { label: part.label, price: shownNumber(price, 1) })),
    ...(notLookedAt > 0 ? [t('plan.notLookedAt', { count: notLookedAt })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <>
      <h3>{t('plan.binding')}</h3>
      <ul className="zt-plan-binding">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
