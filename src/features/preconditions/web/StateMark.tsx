import { useWords } from '../../../web/i18n/index.ts'
import type { PromiseState } from '../model/promise-state.ts'

const signs: Record<PromiseState, string> = { late: '■', short: '✕', due: '▲', running: '○', kept: '✓' }

/** How a promise stands, by its sign and its word; how many days late. */
export function StateMark({ state, days = 0 }: { state: PromiseState; days?: number }) {
  const t = useWords('preconditions')
  return (
    <span className="zt-verdict" data-verdict={state === 'late' || state === 'short' ? 'fail' : state}>
      <span aria-hidden>{signs[state]}</span>{' '}
      {days > 0 ? t('state.lateBy', { count: days }) : t(`state.${state}`)}
    </span>
  )
}
