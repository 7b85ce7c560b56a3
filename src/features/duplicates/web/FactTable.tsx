import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Comparison, Fact } from '../contract.ts'
import { isContested, placeKey } from '../model/merge-plan.ts'
import { type Choices, otherSide, type SideName } from './choice.ts'
import { FactRows } from './FactRows.tsx'
import { SideHead } from './SideHead.tsx'

type Props = {
  pair: Comparison
  kept: SideName
  onKept: (side: SideName) => void
  choices: Choices
  onChoices: (choices: Choices) => void
}

/** Where both differ comes first, to be chosen; then what one of them adds; what they share is folded away. */
export function FactTable({ pair, kept, onKept, choices, onChoices }: Props) {
  const t = useWords('duplicates')
  const [shared, setShared] = useState(false)
  const parts = useMemo(() => partsOf(pair.facts), [pair.facts])
  const choose = (facts: readonly Fact[], side: SideName) =>
    onChoices(new Map([...choices, ...facts.map((fact) => [placeKey(fact), side] as const)]))
  const rows = { kept, choices, onChoose: (fact: Fact, side: SideName) => choose([fact], side) }
  return (
    <table className="zt-facts">
      <thead>
        <tr>
          <td />
          {(['first', 'second'] as const).map((side) => (
            <th key={side} scope="col" data-kept={side === kept || undefined}>
              <SideHead
                side={pair[side]}
                label={t(side === 'first' ? 'older' : 'newer')}
                isKept={side === kept}
                onKeep={() => onKept(side)}
              />
            </th>
          ))}
        </tr>
      </thead>
      {parts.contested.length > 0 && (
        <FactRows
          {...rows}
          facts={parts.contested}
          title={t('compare.contested', { count: parts.contested.length })}
          end={
            <span className="zt-facts-all">
              {([kept, otherSide(kept)] as const).map((side) => (
                <Button key={side} size="small" onClick={() => choose(parts.contested, side)}>
                  {t(side === kept ? 'compare.allKept' : 'compare.allLost')}
                </Button>
              ))}
            </span>
          }
        />
      )}
      {parts.oneSided.length > 0 && (
        <FactRows
          {...rows}
          facts={parts.oneSided}
          title={t('compare.oneSided', { count: parts.oneSided.length })}
        />
      )}
      {parts.same.length > 0 && (
        <FactRows
          {...rows}
          facts={shared ? parts.same : []}
          title={t('compare.same', { count: parts.same.length })}
          end={
            <Button size="small" type="text" aria-expanded={shared} onClick={() => setShared(!shared)}>
              {t(shared ? 'compare.hide' : 'compare.show')}
            </Button>
          }
        />
      )}
    </table>
  )
}

function partsOf(facts: readonly Fact[]) {
  const contested = facts.filter(isContested)
  const oneSided = facts.filter(({ first, second }) => first === null || second === null)
  const same = facts.filter((fact) => fact.first !== null && fact.first === fact.second && !isContested(fact))
  return { contested, oneSided, same }
}
