import type { Position } from '../../../engine/geometry/position.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { findingSentence, gathered } from '../finding-words.ts'
import type { Finding } from '../import-contract.ts'

type FindingListProps = {
  findings: readonly Finding[]
  format: string
  /** Shows the place of a finding on the drawing. */
  onShow?: (at: Position) => void
}

export const weightMarks: Record<Finding['weight'], string> = { stop: '■', ask: '▲', warn: '▲', note: '○' }

/** What was found, a sentence a kind, the weightiest first: a shape and a word say how much it weighs. */
export function FindingList({ findings, format, onShow }: FindingListProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  if (findings.length === 0) return null
  const order = Object.keys(weightMarks)
  const lines = gathered(findings).sort(
    (a, b) => order.indexOf(a.first.weight) - order.indexOf(b.first.weight),
  )
  return (
    <ul className="zt-findings">
      {lines.map(({ first, count }) => (
        <li key={first.code} data-weight={first.weight}>
          <span className="zt-finding-mark">
            <span aria-hidden="true">{weightMarks[first.weight]}</span> {t(`weight.${first.weight}`)}
          </span>
          <span>
            {findingSentence(first, language, format)}
            {count > 1 && <span className="zt-quiet"> {t('andAlike', { count })}</span>}
            {first.at && onShow && (
              <button type="button" className="zt-link" onClick={() => onShow(first.at as Position)}>
                {t('showPlace')}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
