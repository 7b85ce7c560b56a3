import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PromiseCounts } from '../contract.ts'
import { promiseStates } from '../model/promise-state.ts'
import type { PromisesAsked } from './asked.ts'
import { StateMark } from './StateMark.tsx'

type Row = { corpsId: string | null; counts: PromiseCounts }
type PromiseTallyProps = {
  rows: readonly Row[]
  corpsName: (id: string | null) => string
  asked: PromisesAsked
}

/** Corps down, states across; every count leads to its rows. */
export function PromiseTally({ rows, corpsName, asked }: PromiseTallyProps) {
  const t = useWords('preconditions')
  const inOrder = [...rows].sort((a, b) => corpsName(a.corpsId).localeCompare(corpsName(b.corpsId), 'zh'))
  const all = Object.fromEntries(
    promiseStates.map((state) => [state, rows.reduce((sum, { counts }) => sum + counts[state], 0)]),
  ) as PromiseCounts
  const cells = (corps: string | undefined, name: string, counts: PromiseCounts) =>
    promiseStates.map((state) => (
      <td
        key={state}
        className="zt-number"
        data-chosen={(asked.corps === corps && asked.state === state) || undefined}
      >
        {counts[state] === 0 ? (
          <span className="zt-quiet">0</span>
        ) : (
          <Link
            to="/promises"
            search={{ corps, state } as never}
            aria-label={`${name} ${t(`state.${state}`)} ${counts[state]}`}
          >
            {showNumber(counts[state])}
          </Link>
        )}
      </td>
    ))
  return (
    <table className="zt-promise-tally">
      <thead>
        <tr>
          <th scope="col">{t('kept.corps')}</th>
          {promiseStates.map((state) => (
            <th key={state} scope="col" className="zt-number">
              <StateMark state={state} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder.map(({ corpsId, counts }) => (
          <tr key={corpsId ?? 'none'}>
            <th scope="row">{corpsName(corpsId)}</th>
            {cells(corpsId ?? 'none', corpsName(corpsId), counts)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('kept.all')}</th>
          {cells(undefined, t('kept.all'), all)}
        </tr>
      </tfoot>
    </table>
  )
}
