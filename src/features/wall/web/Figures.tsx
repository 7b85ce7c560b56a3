import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Mark } from '../model/marks.ts'
import './figures.css'

export type Figure = {
  key: string
  /** A swatch or a light before the word: what the map or a list draws it by. */
  sign?: ReactNode
  word: string
  value: string
  unit: string
  mark: Mark | undefined
}

/** At most five, one below the other: whoever looks for thirty seconds takes no more along. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="zt-wall-figures">
      {figures.slice(0, 5).map((figure) => (
        <OneFigure key={figure.key} figure={figure} />
      ))}
    </dl>
  )
}

function OneFigure({ figure: { sign, word, value, unit, mark } }: { figure: Figure }) {
  const t = useWords('wall')
  return (
    <div data-marked={mark !== undefined || undefined}>
      <dt>
        {sign}
        <span>{word}</span>
        {mark && <span className="zt-wall-mark">{t('mark.changed', { before: mark.before })}</span>}
      </dt>
      <dd>
        <b>{value}</b> <span>{unit}</span>
      </dd>
    </div>
  )
}
