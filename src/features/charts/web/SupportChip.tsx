import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import './support.css'
import type { Support } from '../support-contract.ts'

/** What · of whom · by when. Overdue is said by a square, met by a tick, and both by a word. */
export function SupportChip({ support }: { support: Support }) {
  const t = useWords('charts')
  const { id, what, ofWhom, dueOn, metOn, isOverdue, note } = support
  const state = metOn ? 'met' : isOverdue ? 'overdue' : 'open'
  const day = metOn ? t('metDay', { day: metOn }) : t('byDay', { day: dueOn })
  return (
    <Link
      to="/chart/support"
      search={((before: object) => ({ ...before, support: id })) as never}
      className="zt-support-chip"
      data-state={state}
      title={note ?? undefined}
    >
      <span>
        {state !== 'open' && <span aria-hidden="true">{state === 'met' ? '✓ ' : '■ '}</span>}
        {state !== 'open' && <span className="zt-unseen">{t(`state.${state}`)} </span>}
        {what}
      </span>
      <small>
        <span>{ofWhom}</span>
        <span className="zt-number">{day}</span>
      </small>
    </Link>
  )
}
