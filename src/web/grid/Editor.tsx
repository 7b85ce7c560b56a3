import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react'
import { Calendar } from './Calendar.tsx'
import { type Choice, ChoiceList, filterChoices } from './ChoiceList.tsx'
import { addDays, addMonths, dayToShow } from './calendar.ts'
import { alignOf, parseCell } from './cell-values.ts'
import { type GridTexts, say } from './texts.ts'
import type { EditingHandle } from './use-editing.ts'

type Props = {
  id: string
  input: RefObject<HTMLTextAreaElement | null>
  holder: RefObject<HTMLDivElement | null>
  handle: EditingHandle
  /** Text of the active cell, selected while idle: typing replaces it, and screen readers read it. */
  idleText: string
  /** Whether typing may begin an edit here. */
  open: boolean
  /** Id of the active cell while it is drawn. */
  activeId: string | undefined
  label: string
  /** Message of a refused value on the active cell. */
  message: string | undefined
  /** The editor stands in the lower half: popovers open upwards. */
  upwards: boolean
  texts: GridTexts
  onTyping: () => void
  /** Keys the editor itself does not take. */
  onKey: (event: KeyboardEvent) => void
  onCommitted: () => void
}

/**
 * The text field that lies over the active cell and always holds the focus. While idle it is invisible; the first
 * key, or the first stroke of an input method, lands in it, so nothing typed is lost when editing begins.
 */
export function Editor(props: Props) {
  const { id, input, holder, handle, idleText, open, label, message, upwards, texts } = props
  const { editing, begin: _begin, ...act } = handle
  const [picked, setPicked] = useState<{ draft: string; index: number }>({ draft: '', index: 0 })
  const kind = editing?.column.kind
  const typed = editing && (editing.mode === 'replace' || editing.draft !== idleText) ? editing.draft : ''
  const choices = kind === 'choice' ? filterChoices(editing?.column.choices ?? [], typed) : []
  const current = choices.findIndex(({ label: name }) => name === editing?.draft)
  const index = picked.draft === editing?.draft ? picked.index : Math.max(0, current)
  const parsedDay = editing && kind === 'date' ? parseCell(editing.column, editing.draft, texts) : null
  const day = parsedDay?.ok && typeof parsedDay.value === 'string' ? parsedDay.value : ''

  useLayoutEffect(() => {
    const box = input.current
    if (editing || !box) return
    box.value = idleText
    if (document.activeElement === box) box.select()
  }, [editing, idleText, input])

  const pick = (choice: Choice) => {
    if (act.commit({ ok: true, value: choice.value })) props.onCommitted()
  }

  const editorKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (kind === 'choice' && step) {
      setPicked({
        draft: editing?.draft ?? '',
        index: (index + step + choices.length) % Math.max(1, choices.length),
      })
      return true
    }
    if (kind === 'choice' && (event.key === 'Enter' || event.key === 'Tab') && editing) {
      const choice = choices[index]
      return choice ? !act.commit({ ok: true, value: choice.value }) : !act.commit()
    }
    if (kind === 'date') {
      const months = { PageUp: -1, PageDown: 1 }[event.key]
      if (!step && !months) return false
      const from = dayToShow(day)
      act.setText(months ? addMonths(from, months) : addDays(from, step ?? 0))
      act.keep()
      return true
    }
    if (kind === 'longText' && event.key === 'Enter' && (event.altKey || event.shiftKey)) {
      input.current?.setRangeText('\n', input.current.selectionStart, input.current.selectionEnd, 'end')
      act.changed()
      return true
    }
    return false
  }

  const mode = !editing ? 'idle' : kind === 'longText' ? 'area' : 'line'
  const invalid = (editing?.error || message) !== undefined && (editing?.error || message) !== ''
  const listId = `${id}-choices`
  const listed = kind === 'choice' && choices.length > 0
  return (
    <div ref={holder} className={`ztg-editor ztg-${mode}${upwards ? ' ztg-up' : ''}`}>
      <textarea
        ref={input}
        tabIndex={-1}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        readOnly={!editing && !open}
        className={`ztg-input${editing ? ` ztg-${alignOf(editing.column)}` : ''}`}
        aria-label={label}
        aria-controls={listed ? listId : id}
        aria-activedescendant={listed ? `${listId}-${index}` : editing ? undefined : props.activeId}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `${id}-message` : `${id}-help`}
        onCompositionStart={() => !editing && props.onTyping()}
        onInput={() => (editing ? act.changed() : props.onTyping())}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (editing && editorKey(event)) event.preventDefault()
          else props.onKey(event)
        }}
      />
      {editing && mode === 'area' && <div className="ztg-hint">{say(texts, 'longTextHint')}</div>}
      {(editing ? editing.error : message) && (
        <div id={`${id}-message`} role="alert" className="ztg-message">
          {editing ? editing.error : message}
        </div>
      )}
      {editing && (kind === 'choice' || kind === 'date') && (
        // The pointer must not take the focus out of the text field.
        <div className="ztg-popover" onPointerDown={(event) => event.preventDefault()}>
          {kind === 'choice' ? (
            <ChoiceList
              id={listId}
              label={label}
              choices={choices}
              index={index}
              texts={texts}
              onPick={pick}
            />
          ) : (
            <Calendar
              day={day}
              texts={texts}
              onShow={(shown) => act.setText(shown)}
              onPick={(one) => act.commit({ ok: true, value: one }) && props.onCommitted()}
            />
          )}
        </div>
      )}
    </div>
  )
}
