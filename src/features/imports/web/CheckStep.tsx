import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Counts, LedgerImport } from '../contract.ts'
import { CheckTabs } from './CheckTabs.tsx'
import { DoubtList } from './DoubtList.tsx'
import { IssueView } from './IssueView.tsx'
import { RowView } from './RowView.tsx'
import { Step } from './Step.tsx'
import { firstView, useCheckPlace } from './useCheckPlace.ts'
import './check.css'

type Props = {
  ledgerImport: LedgerImport
  busy: boolean
  /** It has just been written: what came of it is below, and the lists stay folded. */
  ended: boolean
  checking: boolean
  onCheck: () => void
}

/** Row by row what would become of the file, and cell by cell what is not understood. */
export function CheckStep(props: Props) {
  const t = useWords('imports')
  const { counts } = props.ledgerImport
  if (!counts) return <Step number={2} name="check" state="waiting" summary={t('step.waitCheck')} />
  return <Checked {...props} counts={counts} />
}

function Checked({ ledgerImport, counts, busy, ended, checking, onCheck }: Props & { counts: Counts }) {
  const t = useWords('imports')
  const { status, abilities } = ledgerImport
  const place = useCheckPlace()
  const [open, setOpen] = useState(place.view !== undefined && !ended)
  // As at first: the view does not change under somebody who just decided the last row in doubt.
  const [first] = useState(() => firstView(counts))
  const now = status === 'checked'
  const shown = now || open
  const view = place.view ?? first
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
      action={
        editable && (
          <Button size="small" title={t('movedOn.hint')} loading={checking} onClick={onCheck}>
            {t('movedOn.recheck')}
          </Button>
        )
      }
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
