import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerImport, UndoInput, UndoPreview } from '../contract.ts'
import { EditedTable } from './EditedTable.tsx'
import { outcomeOf, type UndoMode, undoInputOf } from './undo-choice.ts'
import './undo.css'

type Props = {
  title: string
  /** Where the words stand: `imports:undo`. */
  words: string
  tables: LedgerImport['tables']
  preview: { data: UndoPreview | undefined; error: Error | null; refetch: () => unknown }
  act: {
    mutate: (input: UndoInput, options: { onSuccess: () => void }) => void
    isPending: boolean
    error: Error | null
  }
  onClose: () => void
}

/** What taking an act back would do, and what becomes of the changes that people made since. */
export function TakeBackDialog({ title, words, tables, preview, act, onClose }: Props) {
  const t = useWords('imports')
  const { data, error, refetch } = preview
  const [mode, setMode] = useState<UndoMode>('keep')
  const [reverted, setReverted] = useState<ReadonlySet<string>>(new Set())
  const edited = data?.edited ?? []
  const confirm = () => act.mutate(undoInputOf(mode, edited, reverted), { onSuccess: onClose })
  const label =
    mode === 'each'
      ? t(`${words}.confirmEach`, { kept: edited.length - reverted.size, reverted: reverted.size })
      : t(`${words}.confirm`)
  return (
    <Modal
      open
      width={edited.length > 0 ? 960 : 520}
      className="zt-undo"
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(`${words}.cancel`)}</Button>
          <Button type="primary" danger disabled={!data} loading={act.isPending} onClick={confirm}>
            {label}
          </Button>
        </>
      }
    >
      {!data && !error && <LoadingBar />}
      {error && <ErrorState quiet error={error} retry={() => void refetch()} />}
      {data && <WhatWouldHappen preview={data} words={words} mode={mode} reverted={reverted} />}
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
                    text={t(`${words}.keep`)}
                    hint={t(
                      edited.some((one) => one.added) ? `${words}.keepWholeHint` : `${words}.keepHint`,
                      {
                        count: edited.length,
                      },
                    )}
                  />
                ),
              },
              {
                value: 'revert',
                label: <Choice text={t(`${words}.revert`)} hint={t(`${words}.revertHint`)} />,
              },
              { value: 'each', label: <Choice text={t(`${words}.each`)} hint="" /> },
            ]}
          />
          <EditedTable
            tables={tables}
            words={words}
            edited={edited}
            mode={mode}
            reverted={reverted}
            onReverted={setReverted}
          />
        </>
      )}
      {act.error && (
        <p className="zt-undo-problem" role="alert">
          {act.error instanceof ApiProblem && act.error.code === 'offline'
            ? t(`${words}.lost`)
            : act.error.message}
        </p>
      )}
    </Modal>
  )
}

type HappenProps = { preview: UndoPreview; words: string; mode: UndoMode; reverted: ReadonlySet<string> }

/** Follows the choice below it. */
function WhatWouldHappen({ preview, words, mode, reverted }: HappenProps) {
  const t = useWords('imports')
  const { edited } = preview
  const outcome = outcomeOf(preview, mode, reverted)
  const acts = (['removes', 'reverts', 'keptProjects', 'keptValues'] as const)
    .filter((act) => outcome[act] > 0)
    .map((act) => t(`${words}.${act}`, { count: outcome[act] }))
  return (
    <div className="zt-undo-acts">
      <p>
        <b>{acts.length > 0 ? acts.join(' · ') : t(`${words}.nothing`)}</b>
      </p>
      <p>{edited.length > 0 ? t(`${words}.edited`, { count: edited.length }) : t(`${words}.untouched`)}</p>
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
