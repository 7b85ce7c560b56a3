import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { DueCounts } from '../contract.ts'
import { type DueState, dueStates } from '../due-states.ts'
import { DueMark } from './DueMark.tsx'

type Row = { corpsId: string | null; counts: DueCounts }
type DueTallyProps = {
  rows: readonly Row[]
  corpsName: (id: string | null) => string
  /** Chosen now. */
  corps: string | undefined
  due: DueState | undefined
}

/** Corps down, what matters need across; every count leads to its rows. */
export function DueTally({ rows, corpsName, corps, due }: DueTallyProps) {
  const t = useWords('approvals')
  const { corpsId: own } = useMe()
  const inOrder = [...rows].sort(
    (a, b) =>
      Number(b.corpsId === own) - Number(a.corpsId === own) ||
      corpsName(a.corpsId).localeCompare(corpsName(b.corpsId), 'zh'),
  )
  const sum = (state: DueState) => rows.reduce((total, { counts }) => total + counts[state], 0)
  const whole = (counts: DueCounts) => dueStates.reduce((total, state) => total + counts[state], 0)
  const all: DueCounts = {
    overdue: sum('overdue'),
    soon: sum('soon'),
    running: sum('running'),
    stopped: sum('stopped'),
  }
  const cells = (of: string | undefined, name: string, counts: DueCounts) => (
    <>
      {dueStates.map((state) => (
        <td key={state} className="zt-number" data-chosen={(corps === of && due === state) || undefined}>
          <Count
            count={counts[state]}
            corps={of}
            due={state}
            label={t('cell', { corps: name, due: t(state), count: counts[state] })}
          />
        </td>
      ))}
      <td className="zt-number" data-chosen={(corps === of && due === undefined) || undefined}>
        <Count
          count={whole(counts)}
          corps={of}
          due={undefined}
          label={t('cell', { corps: name, due: t('all'), count: whole(counts) })}
        />
      </td>
    </>
  )
  return (
    <table className="zt-due-tally">
      <thead>
        <tr>
          <th scope="col">{t('corps')}</th>
          {dueStates.map((state) => (
            <th key={state} scope="col" className="zt-number">
              <DueMark state={state} />
            </th>
          ))}
          <th scope="col" className="zt-number">
            {t('all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map(({ corpsId, counts }) => (
          <tr key={corpsId ?? 'none'} data-own={(corpsId !== null && corpsId === own) || undefined}>
            <th scope="row">{corpsName(corpsId)}</th>
            {cells(corpsId ?? 'none', corpsName(corpsId), counts)}
          </tr>
        ))}
      </tbody>
      {rows.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('all')}</th>
            {cells(undefined, t('allCorps'), all)}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type CountProps = { count: number; corps: string | undefined; due: DueState | undefined; label: string }

function Count({ count, corps, due, label }: CountProps) {
  if (count === 0)
    return (
      <>
        <span className="zt-quiet" aria-hidden="true">
          ·
        </span>
        <span className="zt-unseen">0</span>
      </>
    )
  return (
    <Link to="/approvals" search={{ corps, due } as never} aria-label={label}>
      {showNumber(count)}
    </Link>
  )
}
