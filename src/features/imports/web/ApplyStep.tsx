import { Button, Progress } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Counts, LedgerImport } from '../contract.ts'
import { type Run, useApplying } from './applying.ts'
import { LedgerLinks } from './LedgerLinks.tsx'
import { Step } from './Step.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import './apply.css'

/** Writes what was checked, in one go; afterwards what came of it, and the way back. */
export function ApplyStep({ ledgerImport, stale }: { ledgerImport: LedgerImport; stale: boolean }) {
  const t = useWords('imports')
  const { status, counts } = ledgerImport
  if (status === 'applied' || status === 'undone') return <Result ledgerImport={ledgerImport} />
  if (status === 'discarded')
    return <Step number={3} name="apply" state="waiting" summary={t('page.discarded')} />
  if (!counts || status === 'read')
    return <Step number={3} name="apply" state="waiting" summary={t('step.waitApply')} />
  return <Apply ledgerImport={ledgerImport} counts={counts} stale={stale} />
}

function Apply({
  ledgerImport,
  counts,
  stale,
}: {
  ledgerImport: LedgerImport
  counts: Counts
  stale: boolean
}) {
  const t = useWords('imports')
  const { run, apply, forget } = useApplying(ledgerImport.id)
  const rows = counts.new + counts.changed
  const left = [
    counts.doubt > 0 && t('apply.left.doubt', { n: counts.doubt }),
    counts.questions > 0 && t('apply.left.questions', { n: counts.questions }),
  ].filter((text) => text !== false)
  const refused = !ledgerImport.abilities.includes('apply')
  return (
    <Step number={3} name="apply" state="now">
      {run ? (
        <Running run={run} onApply={apply} onForget={forget} />
      ) : (
        <div className="zt-action-bar">
          <div className="zt-action-text">
            {left.map((text) => (
              <p key={text} data-severity="warning">
                <span aria-hidden="true">▲ </span>
                {text}
              </p>
            ))}
            <p className="zt-quiet">
              {t(
                refused
                  ? 'apply.refused'
                  : stale
                    ? 'apply.stale'
                    : rows === 0
                      ? 'apply.nothing'
                      : 'apply.ready',
              )}
            </p>
          </div>
          {!refused && (
            <Button type="primary" disabled={rows === 0 || stale} onClick={apply}>
              {t('apply.button', { n: rows, new: counts.new, changed: counts.changed })}
            </Button>
          )}
        </div>
      )}
    </Step>
  )
}

function Running({ run, onApply, onForget }: { run: Run; onApply: () => void; onForget: () => void }) {
  const t = useWords('imports')
  if (run.state === 'running') {
    const { done, total } = run
    const label = total > 0 ? t('apply.running', { done, total }) : t('apply.starting')
    return (
      <div className="zt-apply-running" role="status">
        <p>{label}</p>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          size="small"
          aria-label={label}
        />
        <p className="zt-quiet">{t('apply.leave')}</p>
      </div>
    )
  }
  return (
    <div className="zt-action-bar" role="alert">
      <div className="zt-action-text">
        <p data-severity="question">
          <span aria-hidden="true">■ </span>
          {run.state === 'lost' ? t('apply.lost') : `${run.message} ${t('apply.failed')}`}
        </p>
      </div>
      {run.state === 'lost' && <LookAgain onForget={onForget} />}
      {run.state === 'failed' && <Button onClick={run.retry ? onApply : onForget}>{t('apply.again')}</Button>}
    </div>
  )
}

function LookAgain({ onForget }: { onForget: () => void }) {
  const t = useWords('imports')
  return (
    <Button type="primary" onClick={onForget}>
      {t('apply.look')}
    </Button>
  )
}

function Result({ ledgerImport }: { ledgerImport: LedgerImport }) {
  const t = useWords('imports')
  const [undoing, setUndoing] = useState(false)
  const { counts, status } = ledgerImport
  const numbers = { new: counts?.new ?? 0, changed: counts?.changed ?? 0, unchanged: counts?.unchanged ?? 0 }
  const applied = { by: ledgerImport.appliedBy ?? '', at: showTime(ledgerImport.appliedAt), ...numbers }
  if (status === 'undone')
    return (
      <Step number={3} name="apply" state="done">
        <div className="zt-apply-result">
          <p>
            <b>
              {t('apply.undone', { by: ledgerImport.undoneBy ?? '', at: showTime(ledgerImport.undoneAt) })}
            </b>
          </p>
          <p className="zt-quiet">{t('apply.wasApplied', applied)}</p>
        </div>
      </Step>
    )
  return (
    <Step number={3} name="apply" state="done">
      <div className="zt-apply-result">
        <p>{t('apply.done', applied)}</p>
        <LedgerLinks ledgerImport={ledgerImport} />
        {ledgerImport.abilities.includes('undo') && (
          <Button onClick={() => setUndoing(true)}>{t('apply.undo')}</Button>
        )}
      </div>
      {undoing && <UndoDialog ledgerImport={ledgerImport} onClose={() => setUndoing(false)} />}
    </Step>
  )
}
