import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { CloseIcon } from '../../../web/ui/icons.tsx'
import type { LedgerState } from './ledger-state.ts'
import './ledger-filters.css'

type LassoChipProps = {
  state: LedgerState
  change: (patch: Partial<LedgerState>) => void
}

/** The ledger shows what was drawn around on the map: says so, leads back there, and lets go of it. */
export function LassoChip({ state: { within }, change }: LassoChipProps) {
  const t = useWords('projects')
  if (within === null) return null
  return (
    <span className="zt-chip">
      <Link className="zt-chip-words" to="/map" search={{ within } as never} title={t('filter.lassoHint')}>
        {t('filter.lasso')}
      </Link>
      <button
        type="button"
        className="zt-chip-remove"
        aria-label={t('filter.remove', { field: t('filter.lasso') })}
        title={t('filter.remove', { field: t('filter.lasso') })}
        onClick={() => change({ within: null })}
      >
        <CloseIcon />
      </button>
    </span>
  )
}
