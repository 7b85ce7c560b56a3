import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { LedgerImport } from '../contract.ts'
import { ApplyStep } from './ApplyStep.tsx'
import { useApplying } from './applying.ts'
import { CheckStep } from './CheckStep.tsx'
import { FileNotices } from './FileNotices.tsx'
import { MovedOnNotice } from './MovedOnNotice.tsx'
import { checkInputOf, type Draft, draftOf, isChanged } from './mapping.ts'
import { ReadStep } from './ReadStep.tsx'
import { SameFile } from './SameFile.tsx'
import { useCheckPlace } from './useCheckPlace.ts'
import { useCheck, useMovedOn } from './useImports.ts'

/** The three steps; what the person has set but not yet sent lives here. */
export function ImportSteps({ ledgerImport }: { ledgerImport: LedgerImport }) {
  const { message } = App.useApp()
  const check = useCheck(ledgerImport.id)
  const [draft, setDraft] = useState<Draft>(() => draftOf(ledgerImport))
  const [readOpen, setReadOpen] = useState(ledgerImport.status === 'read')
  const [round, setRound] = useState(0)
  const place = useCheckPlace()
  const below = useRef<HTMLDivElement>(null)
  // While it is being written, nothing of it may change.
  const { run, forget } = useApplying(ledgerImport.id)
  const busy = run?.state === 'running'
  const open = ledgerImport.status === 'read' || ledgerImport.status === 'checked'
  const changed = open && isChanged(ledgerImport, draft)
  const movedOn = useMovedOn(ledgerImport)
  const moved = !busy && ledgerImport.status === 'checked' && movedOn !== undefined && movedOn.places > 0
  const mayCheck = ledgerImport.abilities.includes('check')
  // Once it is written, the long lists fold, so that the page ends with what came of it.
  const { status } = ledgerImport
  const before = useRef(status)
  const [ended, setEnded] = useState(false)
  useEffect(() => {
    if (before.current === status) return
    before.current = status
    if (status !== 'applied' && status !== 'undone') return
    setEnded(true)
    setReadOpen(false)
    setRound((now) => now + 1)
    place.forget()
  })

  const onCheck = () =>
    check.mutate(checkInputOf(ledgerImport, draft), {
      onSuccess: (checked) => {
        setDraft(draftOf(checked))
        forget()
        setReadOpen(false)
        setRound((before) => before + 1)
        place.forget()
        below.current?.scrollIntoView({ block: 'start' })
      },
      onError: (problem) => void message.error(problem.message),
    })

  return (
    <div className="zt-steps">
      <SameFile ledgerImport={ledgerImport} />
      {moved && <MovedOnNotice movedOn={movedOn} />}
      <FileNotices notices={ledgerImport.notices} />
      <ReadStep
        ledgerImport={ledgerImport}
        draft={draft}
        setDraft={setDraft}
        open={readOpen}
        onToggle={() => setReadOpen((now) => !now)}
        changed={changed}
        busy={busy}
        checking={check.isPending}
        onCheck={onCheck}
      />
      <div ref={below} />
      <CheckStep
        key={round}
        ledgerImport={ledgerImport}
        busy={busy}
        ended={ended}
        checking={check.isPending}
        onCheck={onCheck}
      />
      <ApplyStep
        ledgerImport={ledgerImport}
        stale={changed ? 'settings' : moved ? 'ledger' : undefined}
        ended={ended}
        checking={check.isPending}
        onCheck={mayCheck ? onCheck : undefined}
      />
    </div>
  )
}
