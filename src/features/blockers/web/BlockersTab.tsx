import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import type { ProjectBlockers } from '../contract.ts'
import { BlockerDialog } from './BlockerDialog.tsx'
import { BlockerItem } from './BlockerItem.tsx'
import { fromProblem, isThere } from './from-problem.ts'
import { useBlockerActs, useProjectBlockers } from './use-blockers.ts'
import './blockers-tab.css'

/** What stands in a project's way: open blockers first, each with its ladder and history. */
export function BlockersTab({ row }: { row: LedgerRow }) {
  const blockers = useProjectBlockers(row.id)
  if (blockers.data) return <Blockers row={row} answer={blockers.data} />
  return blockers.error ? (
    <ErrorState error={blockers.error} retry={() => void blockers.refetch()} />
  ) : (
    <LoadingBar />
  )
}

function Blockers({ row, answer }: { row: LedgerRow; answer: ProjectBlockers }) {
  const t = useWords('blockers')
  const { search } = useAddress()
  const acts = useBlockerActs(row.id)
  const [raising, setRaising] = useState<'blank' | 'problem'>()
  const { today, items, raiseAt } = answer
  const open = items.filter(({ state }) => state === 'open')
  const closed = items.filter(({ state }) => state !== 'open')
  const mayRaise = raiseAt.length > 0
  const problem = fromProblem(row, (text) => t('coordination', { text }))
  const isGivenUp = !mayRaise && ['lost', 'transferred', 'rescinded'].includes(String(row['standing']))
  const listOf = (some: typeof items) => (
    <ul className="zt-blockers">
      {some.map((blocker) => (
        <BlockerItem
          key={blocker.id}
          blocker={blocker}
          today={today}
          acts={acts}
          isChosen={search['blocker'] === blocker.id}
        />
      ))}
    </ul>
  )
  return (
    <section className="zt-blockers-tab" aria-label={t('room')}>
      {mayRaise && (
        <div className="zt-blocker-acts">
          <Button type={items.length === 0 ? 'primary' : 'default'} onClick={() => setRaising('blank')}>
            {t('raise')}
          </Button>
          {problem && !isThere(problem, open) && (
            <Button onClick={() => setRaising('problem')}>{t('fromProblem')}</Button>
          )}
        </div>
      )}
      {isGivenUp && open.length > 0 && <p className="zt-quiet">{t('givenUp')}</p>}
      {items.length === 0 && (
        <EmptyState title={t('none')}>{t(mayRaise ? 'noneText' : 'noneReader')}</EmptyState>
      )}
      {open.length > 0 && listOf(open)}
      {closed.length > 0 && (
        <>
          <h2>{t('closedOnes', { count: closed.length })}</h2>
          {listOf(closed)}
        </>
      )}
      {items.length > 0 && <p className="zt-quiet zt-blockers-rule">{t('daysRule')}</p>}
      {raising && (
        <BlockerDialog
          initial={raising === 'problem' && problem ? problem : {}}
          today={today}
          raiseAt={raiseAt}
          acts={acts}
          onClose={() => setRaising(undefined)}
        />
      )}
    </section>
  )
}
