import { formatDecimal } from '../../../shared/decimal.ts'
import type { GridSelectionFigures } from '../../../web/grid/index.ts'
import { useWords } from '../../../web/i18n/index.ts'
import './status-line.css'

/** How many there are, and what the selected cells add up to, as a spreadsheet says it. */
export function StatusLine({
  figures,
  total,
  isStale,
}: {
  figures: GridSelectionFigures | null
  total: number | undefined
  isStale: boolean
}) {
  const t = useWords('projects')
  const number = (text: string) => formatDecimal(text, { grouping: true })
  return (
    <footer className="zt-status-line">
      <span role="status">
        {total === undefined ? '' : isStale ? t('status.asking') : t('status.rows', { count: total })}
      </span>
      <span className="zt-status-hint">{t('status.keys')}</span>
      {figures && (
        <span className="zt-status-figures" aria-live="polite">
          <span>{t('status.cells', { count: figures.cells })}</span>
          {figures.numbers > 0 && figures.sum !== '' && (
            <>
              <span>
                {t('status.average')} <b>{number(figures.average)}</b>
              </span>
              <span>
                {t('status.numbers')} <b>{figures.numbers}</b>
              </span>
              <span>
                {t('status.sum')} <b>{number(figures.sum)}</b>
              </span>
            </>
          )}
        </span>
      )}
    </footer>
  )
}
