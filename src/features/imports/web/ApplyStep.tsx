import { Button } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Counts, LedgerImport } from '../contract.ts'
import { ApplyResult } from './ApplyResult.tsx'
import { ApplyRun } from './ApplyRun.tsx'
import { useApplying } from './applying.ts'
import { Step } from './Step.tsx'
import './apply.css'

type StepProps = {
  ledgerImport: LedgerImport
  /** What makes the check out of date: settings changed here, or the ledger. */
  stale: 'settings' | 'ledger' | undefined
  /** It was written or undone while this page was open. */
  ended: boolean
  checking: boolean
  onCheck: (() => void) | undefined
}

/** Writes what was checked, in one go; afterwards what came of it, and the way back. */
export function ApplyStep(props: StepProps) {
  const t = useWords('imports')
  const { ledgerImport, ended } = props
  const { status, counts } = ledgerImport
  if (status === 'applied' || status === 'undone')
    return (
      <Step number={3} name="apply" state="done">
        <ApplyResult ledgerImport={ledgerImport} ended={ended} />
      </Step>
    )
  if (status === 'discarded')
    return <Step number={3} name="apply" state="waiting" summary={t('page.discarded')} />
  if (!counts || status === 'read')
    return <Step number={3} name="apply" state="waiting" summary={t('step.waitApply')} />
  return <Apply {...props} counts={counts} />
}

/** Stays in sight at the foot of the screen while the rows above are gone through. */
function Apply({ ledgerImport, counts, stale, checking, onCheck }: StepProps & { counts: Counts }) {
  const t = useWords('imports')
  const { run, apply, forget, tell } = useApplying(ledgerImport.id)
  const recheck = onCheck && (
    <Button type="primary" loading={checking} onClick={onCheck}>
      {t('movedOn.recheck')}
    </Button>
  )
  if (run)
    return (
      <Step
        number={3}
        name="apply"
        state="now"
        summary={<ApplyRun run={run} onApply={apply} onForget={forget} onTell={tell} recheck={recheck} />}
      />
    )
  // The button that checks again has the foot of the screen now.
  if (stale === 'ledger')
    return <Step number={3} name="apply" state="now" summary={t('movedOn.first')} action={recheck} />
  if (stale) return <Step number={3} name="apply" state="waiting" summary={t('apply.stale')} />
  const rows = counts.new + counts.changed
  const words =
    counts.changed === 0 ? 'apply.buttonNew' : counts.new === 0 ? 'apply.buttonChanged' : 'apply.button'
  const refused = !ledgerImport.abilities.includes('apply')
  const button = !refused && (
    <Button type="primary" disabled={rows === 0} onClick={apply}>
      {t(words, { count: rows, new: counts.new, changed: counts.changed })}
    </Button>
  )
  return (
    <Step
      number={3}
      name="apply"
      state="now"
      summary={<WhatIsLeft counts={counts} note={refused ? 'refused' : rows === 0 ? 'nothing' : 'ready'} />}
      action={button}
    />
  )
}

/** What would not be written, so that nobody finds it missing afterwards. */
function WhatIsLeft({ counts, note }: { counts: Counts; note: 'refused' | 'nothing' | 'ready' }) {
  const t = useWords('imports')
  const left = [
    counts.doubt > 0 && t('apply.left.doubt', { count: counts.doubt }),
    counts.questions > 0 && t('apply.left.questions', { count: counts.questions }),
  ].filter((text) => text !== false)
  return (
    <>
      {left.length > 0 && (
        <p data-severity="warning">
          <span aria-hidden="true">▲ </span>
          {left.join(t('apply.left.and'))}
        </p>
      )}
      <p className={note === 'ready' || note === 'nothing' ? 'zt-quiet' : undefined}>{t(`apply.${note}`)}</p>
    </>
  )
}
