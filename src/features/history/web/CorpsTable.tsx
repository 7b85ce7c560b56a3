import { showMoney, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import type { CorpsDifference, Differences } from '../contract.ts'
import { useSpan } from './use-changes.ts'

type Figures = Pick<CorpsDifference, 'from' | 'to' | 'added' | 'removed' | 'changed'>

/** Each corps on both days; a count opens its projects below. */
export function CorpsTable({ zone, corps }: Pick<Differences, 'zone' | 'corps'>) {
  const t = useWords('history')
  const unitName = useUnitNames()
  return (
    <div className="zt-changes-place">
      <table className="zt-changes-table">
        <thead>
          <tr>
            <th scope="col">{t('corps')}</th>
            <th scope="col" className="zt-number">
              {t('projects')}
            </th>
            <th scope="col" className="zt-number">
              {t('amount')}
            </th>
            {(['added', 'removed', 'changed', 'movedIn', 'movedOut'] as const).map((key) => (
              <th key={key} scope="col" className="zt-number">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {corps.map((one) => (
            <tr key={one.corpsId ?? 'none'}>
              <th scope="row">{one.corpsId === null ? t('noCorps') : unitName(one.corpsId)}</th>
              <FigureCells figures={one} corps={one.corpsId ?? 'none'} />
              <td className="zt-number">{one.movedIn || <Dot />}</td>
              <td className="zt-number">{one.movedOut || <Dot />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('whole')}</th>
            <FigureCells figures={zone} corps={undefined} />
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function FigureCells({ figures, corps }: { figures: Figures; corps: string | undefined }) {
  const { from, to } = figures
  const money = (amount: string) => showMoney(amount, { unit: '亿元' })
  return (
    <>
      <td className="zt-number">
        {showNumber(from.count)} → <b>{showNumber(to.count)}</b>
      </td>
      <td className="zt-number">
        {money(from.totalInvestment)} → <b>{money(to.totalInvestment)}</b>
      </td>
      {(['added', 'removed', 'changed'] as const).map((kind) => (
        <td key={kind} className="zt-number">
          <Count count={figures[kind]} corps={corps} kind={kind} />
        </td>
      ))}
    </>
  )
}

function Count({ count, corps, kind }: { count: number; corps: string | undefined; kind: string }) {
  const { setSearch } = useSpan()
  if (count === 0) return <Dot />
  return (
    <button type="button" className="zt-link" onClick={() => setSearch({ corps, kind })}>
      {showNumber(count)}
    </button>
  )
}

const Dot = () => (
  <>
    <span className="zt-quiet" aria-hidden="true">
      ·
    </span>
    <span className="zt-unseen">0</span>
  </>
)
