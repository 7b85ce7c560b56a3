import { showDay, showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PlanList as Plans } from '../plan-contract.ts'
import { shownGap } from './plan-words.ts'

type PlanListProps = {
  items: Plans['items']
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** Each plan in a line: how many it places, how near it is to the best, who made it, whether it was adopted. */
export function PlanList({ items, chosen, onChoose }: PlanListProps) {
  const t = useWords('matching')
  return (
    <ul className="zt-plan-list" aria-label={t('plan.listed')}>
      {items.map((plan) => (
        <li key={plan.id}>
          <button type="button" aria-pressed={plan.id === chosen} onClick={() => onChoose(plan.id)}>
            <b>{plan.name}</b>
            <span>{t('plan.counts', { placed: plan.placed, leftOut: plan.leftOut })}</span>
            <span className="zt-number">{shownGap(plan.gap)}%</span>
            <span className="zt-quiet">
              {plan.adoptedBy
                ? t('plan.adopted', {
                    ...{
                      person: plan.adoptedBy,
                      day: showDay(plan.adoptedAt),
                      until: showDay(plan.adoptedUntil),
                    },
                  })
                : t('plan.made', { person: plan.madeBy, time: showTime(plan.madeAt) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
