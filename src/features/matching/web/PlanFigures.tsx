import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PlanAnswer } from '../plan-contract.ts'
import { greedyKey } from '../plan-moves.ts'
import { muPerM2 } from './plan-words.ts'
import { shownNumber } from './shown-number.ts'
import { landOf, shown, sumRows } from './sum-rows.ts'

/** The plan beside the yardstick: what choosing the best pair one after another would have given. Each opens its rows. */
export function PlanFigures({ answer }: { answer: PlanAnswer }) {
  const t = useWords('matching')
  const { sums, greedy, bound, placed, landM2 } = answer
  const onLand = landOf(placed)
  const quotient = (m2: number | null) =>
    m2 === null || m2 === 0
      ? null
      : t('plan.taxFrom', { tax: shownNumber(onLand.tax), mu: shownNumber(m2 * muPerM2) })
  const from: Record<string, string | null> = { given: quotient(onLand.areaM2), all: quotient(landM2) }
  return (
    <table className="zt-marks zt-plan-sums">
      <caption className="zt-quiet">
        {t('plan.figures')} · {t('plan.figure.bound', { bound: shownNumber(bound, 1) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.figure.head')}</th>
          <th scope="col" className="zt-number">
            <a href="#zt-plan-placed">{t('plan.figure.plan')}</a>
          </th>
          <th scope="col" className="zt-number">
            {answer.greedyPlaced ? (
              <Link to="." search={((before: object) => ({ ...before, with: greedyKey })) as never}>
                {t('plan.figure.greedy')}
              </Link>
            ) : (
              t('plan.figure.greedy')
            )}
          </th>
          <th scope="col" className="zt-number">
            {t('plan.figure.gain')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sumRows.map(([name, of, digits]) => {
          const [ours, theirs] = [of(sums), of(greedy)]
          return (
            <tr key={name}>
              <th scope="row">
                {t(`plan.figure.${name}`)}
                {from[name] && <small className="zt-quiet">{from[name]}</small>}
              </th>
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
