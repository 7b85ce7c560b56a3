import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { measures } from '../measures.ts'
import { allIllustrative, GoalFigures } from './GoalFigures.tsx'
import { type GoalsProps, measuresOf, toGoal } from './GoalTable.tsx'
import { unitWords } from './goal-words.ts'

/** The same figures for a phone: a list for each unit, one's own first. */
export function GoalCards({ board, own }: GoalsProps) {
  const t = useWords('goals')
  const { language } = useLanguage()
  const isMarked = !allIllustrative(board.items)
  const units = [...board.units].sort((a, b) => Number(b.id === own) - Number(a.id === own))
  return units.map((unit) => {
    const goals = measuresOf(board).flatMap(
      (key) => board.items.find((one) => one.unitId === unit.id && one.measure === key) ?? [],
    )
    if (goals.length === 0) return null
    const name = unit.isZone ? t('wholeZone') : unit.name
    return (
      <section key={unit.id} aria-label={name} className="zt-goal-cards">
        <h2>{name}</h2>
        <ul>
          {goals.map((goal) => (
            <li key={goal.id}>
              <Link {...toGoal(goal.id)}>
                <span>
                  {measures[goal.measure][language]}{' '}
                  <span className="zt-quiet">{unitWords(goal.measure, t)}</span>
                </span>
                <GoalFigures goal={goal} time={board.timeProgress} isMarked={isMarked} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
