import { Link } from '@tanstack/react-router'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { GoalOfUnit } from '../contract.ts'
import { measures } from '../measures.ts'
import { showValue, unitWords } from './goal-words.ts'

/** The goals that a unit has on a day; each opens its figure and what is behind it. */
export function UnitGoals({ goals }: { goals: readonly GoalOfUnit[] }) {
  const t = useWords('goals')
  const { language } = useLanguage()
  return (
    <section>
      <h3>
        {t('title')} {goals.length} <Link to="/goals">{t('toGoals')}</Link>
      </h3>
      {goals.length === 0 && <EmptyState quiet title={t('noneOnDay')} />}
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className="zt-unit-goal">
            <Link to="/goals" search={{ period: goal.period, goal: goal.id } as never}>
              {measures[goal.measure][language]}{' '}
              <span className="zt-quiet">{showWhen(goal.period, language)}</span>{' '}
              {goal.provenance === 'illustrative' && <Illustrative />}
              <span className="zt-number">
                {showValue(goal.measure, goal.value)}{' '}
                <span className="zt-quiet">{unitWords(goal.measure, t)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
