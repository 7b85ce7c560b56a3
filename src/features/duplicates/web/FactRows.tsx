import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { fieldLabel } from '../../imports/show-value.ts'
import { useShowing } from '../../imports/web/useShowing.ts'
import type { Fact } from '../contract.ts'
import { isContested, placeKey } from '../model/merge-plan.ts'
import { type Choices, type SideName, takenFrom } from './choice.ts'

type Props = {
  title: string
  end?: ReactNode
  facts: readonly Fact[]
  kept: SideName
  choices: Choices
  onChoose: (fact: Fact, side: SideName) => void
}

const noTables = { tables: [] }

export function FactRows({ title, end, facts, kept, choices, onChoose }: Props) {
  const showing = useShowing(noTables)
  return (
    <tbody>
      <tr className="zt-facts-part">
        <th colSpan={3} scope="rowgroup">
          {title} {end}
        </th>
      </tr>
      {facts.map((fact) => (
        <tr key={placeKey(fact)}>
          <th scope="row">
            {fieldLabel(fact.field, showing.language)}
            {fact.period && <span className="zt-quiet"> {fact.period}</span>}
          </th>
          {(['first', 'second'] as const).map((side) => (
            <FactCell
              key={side}
              fact={fact}
              side={side}
              text={showing.show(fact.field, fact[side], [fact.first, fact.second])}
              isTaken={takenFrom(fact, kept, choices) === side}
              onTake={() => onChoose(fact, side)}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

type CellProps = { fact: Fact; side: SideName; text: string; isTaken: boolean; onTake: () => void }

/** A value; of two that differ, each is a button, and the one taken is marked. */
function FactCell({ fact, side, text, isTaken, onTake }: CellProps) {
  const t = useWords('duplicates')
  if (fact[side] === null)
    return (
      <td>
        <span className="zt-quiet">{t('compare.blank')}</span>
      </td>
    )
  if (!isContested(fact)) return <td>{text}</td>
  return (
    <td data-taken={isTaken || undefined}>
      <button type="button" className="zt-fact" aria-pressed={isTaken} onClick={onTake}>
        <span className="zt-fact-mark" aria-hidden="true" />
        <span>
          {text}
          {fact.masksAlike && <span className="zt-quiet"> {t('compare.masksAlike')}</span>}
        </span>
      </button>
    </td>
  )
}
