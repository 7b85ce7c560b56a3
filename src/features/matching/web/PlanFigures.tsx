import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PlanAnswer } from '../plan-contract.ts'
import { shownNumber } from './shown-number.ts'
import { shown, sumRows } from './sum-rows.ts'

/** The plan beside the yardstick: what choosing the best pair one after another would have given. */
export function PlanFigures({ answer: { sums, greedy, bound } }: { answer: PlanAnswer }) {
  const t = useWords('matching')
  return (
    <table className="zt-marks zt-plan-sums">
      <caption className="zt-quiet">
        {t('plan.figures')} · {t('plan.figure.bound', { bound: shownNumber(bound, 1) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.figure.head')}</th>
          {(['plan', 'greedy', 'gain'] as const).map((key) => (
            <th key={key} scope="col" className="zt-number">
              {t(`plan.figure.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sumRows.map(([name, of, digits]) => {
          const [ours, theirs] = [of(sums), of(greedy)]
          return (
            <tr key={name}>
              <th scope="row">{t(`plan.figure.${name}`)}</th>
              <td className="zt-number">{shown(ours, digits)}</td>
              <td className="zt-number">{shown(theirs, digits)}</td>
              <td className="zt-number">{gain(ours, theirs)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function gain(ours: number | null, theirs: number | null): string {
  if (ours === null || theirs === null || theirs <= 0) return nothing
  const percent = (ours / theirs - 1) * 100
  const text = shownNumber(Math.abs(percent), 1)
  return text === '0' ? '0%' : `${percent > 0 ? '+' : '−'}${text}%`
}
