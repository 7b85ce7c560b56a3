import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { CloseIcon } from '../../../web/ui/icons.tsx'
import './ledger-filters.css'

type LassoChipProps = {
  within: string | null | undefined
  onDrop: () => void
  /** What is shown of it, in words. */
  hint: string
}

/** A list shows what was drawn around on the map: says so, leads back there, and lets go of it. */
export function LassoChip({ within, onDrop, hint }: LassoChipProps) {
  const t = useWords('projects')
  if (!within) return null
  return (
    <span className="zt-chip">
      <Link className="zt-chip-words" to="/map" search={{ within } as never} title={hint}>
        {t('filter.lasso')}
      </Link>
      <button
        type="button"
        className="zt-chip-remove"
        aria-label={t('filter.remove', { field: t('filter.lasso') })}
        title={t('filter.remove', { field: t('filter.lasso') })}
        onClick={onDrop}
      >
        <CloseIcon />
      </button>
    </span>
  )
}
