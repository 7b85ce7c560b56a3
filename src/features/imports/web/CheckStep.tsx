import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { CheckTabs } from './CheckTabs.tsx'
import { DoubtList } from './DoubtList.tsx'
import { IssueView } from './IssueView.tsx'
import { RowView } from './RowView.tsx'
import { Step } from './Step.tsx'
import { firstView, useCheckPlace } from './useCheckPlace.ts'
import './check.css'

/** Row by row what would become of the file, and cell by cell what is not understood. */
export function CheckStep({ ledgerImport, busy }: { ledgerImport: LedgerImport; busy: boolean }) {
  const t = useWords('imports')
  const { counts, status, abilities } = ledgerImport
  const place = useCheckPlace()
  const [open, setOpen] = useState(place.view !== undefined)
  if (!counts) return <Step number={2} name="check" state="waiting" summary={t('step.waitCheck')} />
  const now = status === 'checked'
  const shown = now || open
  const view = place.view ?? firstView(counts)
  const editable = now && !busy && abilities.includes('check')
  const show = (next: typeof view) => {
    setOpen(true)
    place.show(next)
  }
  return (
    <Step
      number={2}
      name="check"
      state={now ? 'now' : 'done'}
      summary={<CheckTabs counts={counts} view={shown ? view : undefined} onShow={show} />}
      open={shown}
      onToggle={now ? undefined : () => setOpen(!open)}
    >
      {view === 'doubt' ? (
        <DoubtList ledgerImport={ledgerImport} editable={editable} />
      ) : view === 'question' || view === 'warning' || view === 'note' ? (
        <IssueView key={view} ledgerImport={ledgerImport} severity={view} editable={editable} />
      ) : (
        <RowView key={view} ledgerImport={ledgerImport} verdict={view} editable={editable} />
      )}
    </Step>
  )
}
