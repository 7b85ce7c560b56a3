import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerImport, UndoPreview } from '../contract.ts'
import { EditedTable } from './EditedTable.tsx'
import { outcomeOf, type UndoMode, undoInputOf } from './undo-choice.ts'
import { useUndo, useUndoPreview } from './useImports.ts'
import './undo.css'

/** What undoing would do, and what becomes of the changes that people made since. */
export function UndoDialog({ ledgerImport, onClose }: { ledgerImport: LedgerImport; onClose: () => void }) {
  const t = useWords('imports')
  const { data, error, refetch } = useUndoPreview(ledgerImport.id, true)
  const undo = useUndo(ledgerImport.id)
  const [mode, setMode] = useState<UndoMode>('keep')
  const [reverted, setReverted] = useState<ReadonlySet<string>>(new Set())
  const edited = data?.edited ?? []
  const confirm = () => undo.mutate(undoInputOf(mode, edited, reverted), { onSuccess: onClose })
  const label =
    mode === 'each'
      ? t('undo.confirmEach', { kept: edited.length - reverted.size, reverted: reverted.size })
      : t('undo.confirm')
  return (
    <Modal
      open
      width={edited.length > 0 ? 960 : 520}
      className="zt-undo"
      title={t('undo.title', { name: ledgerImport.fileName })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('undo.cancel')}</Button>
          <Button type="primary" danger disabled={!data} loading={undo.isPending} onClick={confirm}>
            {label}
          </Button>
        </>
      }
    >
      {!data && !error && <LoadingBar />}
      {error && <ErrorState quiet error={error} retry={() => void refetch()} />}
      {data && <WhatWouldHappen preview={data} mode={mode} reverted={reverted} />}
      {edited.length > 0 && (
        <>
          <Radio.Group
            className="zt-undo-modes"
            value={mode}
            onChange={(event) => setMode(event.target.value)}
            options={[
              {
                value: 'keep',
                label: (
                  <Choice
                    text={t('undo.keep')}
                    hint={t(edited.some((one) => one.added) ? 'undo.keepWholeHint' : 'undo.keepHint', {
                      count: edited.length,
                    })}
                  />
                ),
              },
              { value: 'revert', label: <Choice text={t('undo.revert')} hint={t('undo.revertHint')} /> },
              { value: 'each', label: <Choice text={t('undo.each')} hint="" /> },
            ]}
          />
          <EditedTable
            ledgerImport={ledgerImport}
            edited={edited}
            mode={mode}
            reverted={reverted}
            onReverted={setReverted}
          />
        </>
      )}
      {undo.error && (
        <p className="zt-undo-problem" role="alert">
          {undo.error instanceof ApiProblem && undo.error.code === 'offline'
            ? t('undo.lost')
            : undo.error.message}
        </p>
      )}
    </Modal>
  )
}

type HappenProps = { preview: UndoPreview; mode: UndoMode; reverted: ReadonlySet<string> }

/** Follows the choice below it. */
function WhatWouldHappen({ preview, mode, reverted }: HappenProps) {
  const t = useWords('imports')
  const { edited } = preview
  const outcome = outcomeOf(preview, mode, reverted)
  const acts = (['removes', 'reverts', 'keptProjects', 'keptValues'] as const)
    .filter((act) => outcome[act] > 0)
    .map((act) => t(`undo.${act}`, { count: outcome[act] }))
  return (
    <div className="zt-undo-acts">
      <p>
        <b>{acts.length > 0 ? acts.join(' · ') : t('undo.nothing')}</b>
      </p>
      <p>{edited.length > 0 ? t('undo.edited', { count: edited.length }) : t('undo.untouched')}</p>
    </div>
  )
}

function Choice({ text, hint }: { text: string; hint: string }) {
  return (
    <>
      {text} {hint && <span className="zt-quiet">{hint}</span>}
    </>
  )
}
