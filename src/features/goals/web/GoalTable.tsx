import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { GoalBoard } from '../contract.ts'
import { type MeasureKey, measureKeys, measures } from '../measures.ts'
import { allIllustrative, GoalFigures } from './GoalFigures.tsx'
import { unitWords } from './goal-words.ts'

export type GoalsProps = { board: GoalBoard; chosen: string | undefined; own: string | null }

/** Measures for which there are goals, in the catalogue's order. */
export const measuresOf = ({ items }: GoalBoard): MeasureKey[] =>
  measureKeys.filter((key) => items.some(({ measure }) => measure === key))

export const toGoal = (id: string) => ({
  to: '.',
  search: ((before: Record<string, unknown>) => ({ ...before, goal: id })) as never,
})

/** Units down, measures across; every figure opens what is behind it. */
export function GoalTable({ board, chosen, own }: GoalsProps) {
  const t = useWords('goals')
  const { language } = useLanguage()
  const isMarked = !allIllustrative(board.items)
  const columns = measuresOf(board)
  return (
    <div className="zt-goal-place">
      <table className="zt-goal-table">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            {columns.map((key) => (
              <th key={key} scope="col" title={measures[key].definition[language]}>
                {measures[key][language]} <span className="zt-quiet">{unitWords(key, t)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.units.map((unit) => {
            const name = unit.isZone ? t('wholeZone') : unit.name
            return (
              <tr key={unit.id} data-own={unit.id === own || undefined} data-zone={unit.isZone || undefined}>
                <th scope="row">{name}</th>
                {columns.map((key) => {
                  const goal = board.items.find((one) => one.unitId === unit.id && one.measure === key)
                  return (
                    <td key={key} data-chosen={(goal && goal.id === chosen) || undefined}>
                      {goal ? (
                        <Link {...toGoal(goal.id)}>
                          <span className="zt-unseen">
                            {t('cell', { unit: name, measure: measures[key][language] })}
                          </span>
                          <GoalFigures goal={goal} time={board.timeProgress} isMarked={isMarked} />
                        </Link>
                      ) : (
                        <span className="zt-quiet">{nothing}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
