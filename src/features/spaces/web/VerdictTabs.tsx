import { useWords } from '../../../web/i18n/index.ts'
import { type ParcelImportCounts, rowVerdicts } from '../import-contract.ts'

type Verdict = (typeof rowVerdicts)[number]
type VerdictTabsProps = {
  counts: ParcelImportCounts
  /** Undefined while nothing is shown. */
  verdict: Verdict | 'all' | undefined
  onShow: (verdict: Verdict | undefined) => void
}

/** The outcome in one line, and the key to the drawing; each figure opens its shapes. */
export function VerdictTabs({ counts, verdict, onShow }: VerdictTabsProps) {
  const t = useWords('parcelImports')
  const all = rowVerdicts.reduce((sum, one) => sum + counts[one], 0)
  return (
    <div className="zt-check-tabs">
      <fieldset aria-label={t('check.rows')}>
        <button type="button" aria-pressed={verdict === 'all'} onClick={() => onShow(undefined)}>
          {t('check.all')} <b>{all}</b>
        </button>
        {rowVerdicts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={verdict === one}
            data-empty={counts[one] === 0 || undefined}
            onClick={() => onShow(one)}
          >
            <VerdictMark verdict={one} />
            {t(`verdict.${one}`)} <b>{counts[one]}</b>
          </button>
        ))}
      </fieldset>
    </div>
  )
}

/** As the drawing draws it. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => (
  <svg className="zt-verdict-mark" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
    <path className="zt-shape" data-verdict={verdict} d="M1.5 1.5H14.5V10.5H1.5Z" />
  </svg>
)
