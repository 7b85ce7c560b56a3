import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Day, Month } from '../../../../shared/days.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { Button } from '../../../../web/ui/index.ts'
import type { ChartRow } from '../../contract.ts'
import { taskOf, type Wanted } from '../use-tasks.ts'
import './cell-editor.css'

export type Editing = {
  index: number
  col: number
  month: Month
  /** As it stood when the editor opened: what a save goes by. */
  row: ChartRow
  draft?: string
  error?: string
}
type Props = {
  editing: Editing
  months: number
  today: Day
  onSave: (editing: Editing, wanted: Wanted, back: boolean) => void
  onCancel: () => void
  onDetails: (editing: Editing) => void
}

/**
 * The text of a cell, over the cell. Leaving it saves, Esc gives up; while an input method composes, no key is ours.
 */
export function CellEditor({ editing, months, today, onSave, onCancel, onDetails }: Props) {
  const t = useWords('charts')
  const seen = taskOf(editing.row, editing.month)
  const [text, setText] = useState(editing.draft ?? seen?.text ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  /** Closed once, by whatever came first: a key, a button, or the focus going elsewhere. */
  const isClosed = useRef(false)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.select()
    box.current?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  const close = (act: () => void) => {
    if (isClosed.current) return
    isClosed.current = true
    act()
  }
  const save = (doneOn: Day | null, back: boolean) => close(() => onSave(editing, { text, doneOn }, back))
  const kept = seen?.doneOn ?? null

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') close(onCancel)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(kept, true)
    else return
    event.preventDefault()
  }

  return (
    <div
      role="gridcell"
      aria-colindex={editing.col + 2}
      className="zt-cell-editor"
      style={{ '--col': editing.col } as React.CSSProperties}
      data-end={editing.col >= months - 5 || undefined}
    >
      <textarea
        ref={box}
        rows={3}
        maxLength={500}
        value={text}
        aria-label={t('editor', { month: editing.month })}
        aria-invalid={editing.error ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => save(kept, false)}
      />
      {editing.error && <p role="alert">{editing.error}</p>}
      {/* The pointer must not take the focus out of the text: that would save and close it first. */}
      <div className="zt-cell-editor-acts" onPointerDown={(event) => event.preventDefault()}>
        <Button kind="quiet" disabled={text.trim() === ''} onClick={() => save(kept ? null : today, true)}>
          {t(kept ? 'markUndone' : 'markDone')}
        </Button>
        <Button kind="quiet" onClick={() => close(() => onDetails(editing))}>
          {t('details')}
        </Button>
        <small>{t('editorHint')}</small>
      </div>
    </div>
  )
}
