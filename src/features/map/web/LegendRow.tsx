import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'

type LegendRowProps = {
  mark: ReactNode
  word: ReactNode
  isHidden: boolean
  onToggle: () => void
  /** None is a dot, as in every table of counts. */
  figures: readonly (number | string)[]
}

export function LegendRow({ mark, word, isHidden, onToggle, figures }: LegendRowProps) {
  const t = useWords('map')
  return (
    <tr data-hidden={isHidden || undefined}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={!isHidden}
          title={t(isHidden ? 'showAgain' : 'hide')}
          onClick={onToggle}
        >
          {mark}
          <span>{word}</span>
        </button>
      </th>
      {figures.map((figure, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
        <td key={at} className="zt-number">
          {figure === 0 ? '·' : figure.toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}
