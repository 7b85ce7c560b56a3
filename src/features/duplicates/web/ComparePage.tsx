import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { Comparison } from '../contract.ts'
import { CompareActs } from './CompareActs.tsx'
import { type Choices, proposedKept, type SideName } from './choice.ts'
import { FactTable } from './FactTable.tsx'
import { Reasons } from './Reasons.tsx'
import { useComparison } from './use-duplicates.ts'
import './duplicates.css'
import './compare.css'

/** Two projects side by side: which stays, and whose value where they differ. */
export function ComparePage() {
  const t = useWords('duplicates')
  const may = useMay()
  const { params } = useAddress()
  const answer = useComparison(params['firstId'] ?? '', params['secondId'] ?? '')
  const { data, error, refetch } = answer
  const back = <Link to="/ledger/duplicates">{t('compare.back')}</Link>
  return (
    <Page title={t('compare.title')} aside={back}>
      {!may('duplicate:read') && <RefusedState />}
      {may('duplicate:read') && !data && !error && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && !error && (
        <Choosing
          key={`${data.first.revision} ${data.second.revision}`}
          pair={data}
          onAgain={() => void refetch()}
        />
      )}
    </Page>
  )
}

function Choosing({ pair, onAgain }: { pair: Comparison; onAgain: () => void }) {
  const t = useWords('duplicates')
  const [kept, setKept] = useState<SideName>(() => proposedKept(pair))
  const [choices, setChoices] = useState<Choices>(new Map())
  return (
    <div className="zt-compare-two">
      <div className="zt-compare-why">
        <b>{t('compare.score', { score: pair.score })}</b>
        <Reasons reasons={pair.reasons} against={pair.against} />
        {pair.notSame && (
          <p className="zt-quiet">
            {t('compare.saidApart', { by: pair.notSame.by, at: showTime(pair.notSame.at) })}
          </p>
        )}
      </div>
      <FactTable pair={pair} kept={kept} onKept={setKept} choices={choices} onChoices={setChoices} />
      <CompareActs pair={pair} kept={kept} choices={choices} onAgain={onAgain} />
    </div>
  )
}
