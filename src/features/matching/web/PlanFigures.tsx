import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PlanAnswer, PlanSums } from '../plan-contract.ts'
import { shownNumber } from './shown-number.ts'

const rows: [name: string, of: (sums: PlanSums) => number | null, digits: number][] = [
  ['placed', ({ placed }) => placed, 0],
  ['value', ({ value }) => value, 1],
  ['tax', ({ tax }) => tax, 0],
  ['given', ({ taxPerMuGiven }) => taxPerMuGiven, 2],
  ['all', ({ taxPerMuOfAll }) => taxPerMuOfAll, 2],
]

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
        {rows.map(([name, of, digits]) => {
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

const shown = (value: number | null, digits: number) =>
  value === null ? nothing : shownNumber(value, digits)

function gain(ours: number | null, theirs: number | null): string {
  if (ours === null || theirs === null || theirs <= 0) return nothing
  const percent = (ours / theirs - 1) * 100
  return `${percent >= 0 ? '+' : '−'}${shownNumber(Math.abs(percent), 1)}%`
}
