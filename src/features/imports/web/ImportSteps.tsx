import { App } from 'antd'
import { useRef, useState } from 'react'
import type { LedgerImport } from '../contract.ts'
import { ApplyStep } from './ApplyStep.tsx'
import { useApplying } from './applying.ts'
import { CheckStep } from './CheckStep.tsx'
import { FileNotices } from './FileNotices.tsx'
import { checkInputOf, type Draft, draftOf, isChanged } from './mapping.ts'
import { ReadStep } from './ReadStep.tsx'
import { SameFile } from './SameFile.tsx'
import { useCheckPlace } from './useCheckPlace.ts'
import { useCheck } from './useImports.ts'

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
  const busy = useApplying(ledgerImport.id).run?.state === 'running'
  const open = ledgerImport.status === 'read' || ledgerImport.status === 'checked'
  const changed = open && isChanged(ledgerImport, draft)

  const onCheck = () =>
    check.mutate(checkInputOf(ledgerImport, draft), {
      onSuccess: (checked) => {
        setDraft(draftOf(checked))
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
      <CheckStep key={round} ledgerImport={ledgerImport} busy={busy} />
      <ApplyStep ledgerImport={ledgerImport} stale={changed} />
    </div>
  )
}
