import { useMemo } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { DeskLedger } from './DeskLedger.tsx'
import { Edits } from './Edits.tsx'
import { PhoneLedger } from './PhoneLedger.tsx'
import { readyViews } from './ready-views.ts'
import { useLedgerState } from './use-ledger-state.ts'
import { useViews } from './use-views.ts'

/** The ledger 台账: every project as a row, in whatever view the address says. */
export function LedgerPage() {
  const t = useWords('projects')
  const may = useMay()
  if (may('project:read')) return <Ledger />
  return (
    <Page title={t('ledger')}>
      <RefusedState />
    </Page>
  )
}

function Ledger() {
  const t = useWords('projects')
  const me = useMe()
  const saved = useViews()
  const ready = useMemo(() => readyViews(me, { mine: t('view.mine'), corps: t('view.corps') }), [me, t])
  const views = { ...saved, ready }
  const all = useMemo(() => [...ready, ...saved.items], [ready, saved.items])
  const screen = useLedgerState(all)
  const phone = usePhone()
  // Without the saved view nobody knows yet what to ask for.
  if (screen.isViewMissing && !views.isReady) return <LoadingBar />
  return (
    <Edits>
      {phone ? <PhoneLedger screen={screen} views={views} /> : <DeskLedger screen={screen} views={views} />}
    </Edits>
  )
}
