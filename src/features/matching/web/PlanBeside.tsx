import { Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { criterionKeys } from '../criteria.ts'
import type { Plan, PlanList } from '../plan-contract.ts'
import { greedyKey, greedyOutcome } from '../plan-moves.ts'
import { askedDifferences } from './asked-differences.ts'
import { PlanCompare } from './PlanCompare.tsx'

export type PlanBesideProps = {
  plan: Plan
  /** Those it may be held beside, and the one it is. */
  others: PlanList['items']
  beside: Plan | typeof greedyKey | undefined
  onBeside: (id: string | undefined) => void
  corpsName: (id: string | null) => string
}

/** This plan beside another, or beside what choosing the best pair one after another would have come to. */
export function PlanBeside({ plan, others, beside, onBeside, corpsName }: PlanBesideProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const { answer, asked } = plan
  const yardstick = greedyOutcome(answer)
  const options = [
    ...(yardstick ? [{ value: greedyKey, label: t('plan.figure.greedy') }] : []),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  if (options.length === 0) return null
  const after = { name: t('plan.change.after'), sums: answer.sums, outcome: answer }
  return (
    <>
      <div className="zt-plan-beside">
        <span id="zt-plan-beside">{t('plan.change.beside')}</span>
        <Select<string>
          aria-labelledby="zt-plan-beside"
          allowClear
          placeholder={t('plan.change.besideNone')}
          value={beside === greedyKey ? greedyKey : beside?.id}
          options={options}
          onChange={(chosen) => onBeside(chosen ?? undefined)}
        />
      </div>
      {beside === greedyKey && yardstick && (
        <PlanCompare
          before={{ name: t('plan.figure.greedy'), sums: answer.greedy, outcome: yardstick }}
          after={after}
          asked={[t('plan.change.greedyText')]}
          isOneScale
        />
      )}
      {beside && beside !== greedyKey && (
        <PlanCompare
          before={{ name: beside.name, sums: beside.answer.sums, outcome: beside.answer }}
          after={after}
          asked={differences(beside)}
          isOneScale={criterionKeys.every((key) => beside.asked.weights[key] === asked.weights[key])}
        />
      )}
    </>
  )

  function differences(before: Plan): string[] {
    const told = askedDifferences(before.asked, asked, { t, language, corpsName })
    return told.length > 0 ? told : [t('plan.change.askedSame')]
  }
}
