import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { LedgerLinks } from './LedgerLinks.tsx'
import { UndoDialog } from './UndoDialog.tsx'

/** What came of it: who wrote what when, the way to it in the ledger, and the way back. `ended`: just now, under somebody's eyes. */
export function ApplyResult({ ledgerImport, ended }: { ledgerImport: LedgerImport; ended: boolean }) {
  const t = useWords('imports')
  const [undoing, setUndoing] = useState(false)
  const { counts, status } = ledgerImport
  const result = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once for each end that it comes to
  useEffect(() => {
    if (!ended) return
    result.current?.scrollIntoView({ block: 'center' })
    result.current?.focus({ preventScroll: true })
  }, [ended, status])
  const applied = {
    by: ledgerImport.appliedBy ?? '',
    at: showTime(ledgerImport.appliedAt),
    new: counts?.new ?? 0,
    changed: counts?.changed ?? 0,
    unchanged: counts?.unchanged ?? 0,
  }
  const left = [
    counts?.doubt ? t('apply.wasLeft.doubt', { count: counts.doubt }) : '',
    counts?.questions ? t('apply.wasLeft.questions', { count: counts.questions }) : '',
  ].filter((text) => text !== '')
  if (status === 'undone')
    return (
      <div className="zt-apply-result" ref={result} tabIndex={-1} role="status">
        <p>
          <b>{t('apply.undone', { by: ledgerImport.undoneBy ?? '', at: showTime(ledgerImport.undoneAt) })}</b>
        </p>
        <UndoKept kept={ledgerImport.undoKept} />
        <p className="zt-quiet">{t('apply.wasApplied', applied)}</p>
      </div>
    )
  return (
    <div className="zt-apply-result" ref={result} tabIndex={-1} role="status">
      <p className="zt-apply-success">
        <span aria-hidden="true">● </span>
        <b>{t('apply.success')}</b>
      </p>
      <p>{t('apply.done', applied)}</p>
      {left.length > 0 && <p className="zt-quiet">{left.join(t('apply.left.and'))}</p>}
      <LedgerLinks ledgerImport={ledgerImport} />
      {ledgerImport.abilities.includes('undo') && (
        <Button onClick={() => setUndoing(true)}>{t('apply.undo')}</Button>
      )}
      {undoing && <UndoDialog ledgerImport={ledgerImport} onClose={() => setUndoing(false)} />}
    </div>
  )
}

const mostKept = 20

/** What the undo left standing, with the way to each project. */
function UndoKept({ kept }: { kept: LedgerImport['undoKept'] }) {
  const t = useWords('imports')
  if (!kept) return null
  const { projects, values } = kept
  return (
    <>
      {projects.length > 0 && (
        <p className="zt-ledger-links">
          <span>{t('apply.keptProjects', { count: projects.length })}</span>
          {projects.slice(0, mostKept).map(({ id, name }) => (
            <Link key={id} to="/projects/$projectId" params={{ projectId: id }}>
              {name}
            </Link>
          ))}
          {projects.length > mostKept && <span>{t('apply.keptMore')}</span>}
        </p>
      )}
      {values > 0 && <p>{t('apply.keptValues', { count: values })}</p>}
    </>
  )
}
