import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { DeskLedger } from './DeskLedger.tsx'
import { Edits } from './Edits.tsx'
import { PhoneLedger } from './PhoneLedger.tsx'
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
  const views = useViews()
  const screen = useLedgerState(views.items)
  const phone = usePhone()
  // Without the saved view nobody knows yet what to ask for.
  if (screen.isViewMissing && !views.isReady) return <LoadingBar />
  return (
    <Edits>
      {phone ? <PhoneLedger screen={screen} views={views} /> : <DeskLedger screen={screen} views={views} />}
    </Edits>
  )
}
