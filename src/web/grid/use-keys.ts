import { type KeyboardEvent, useCallback, useRef } from 'react'
import { type Command, commandOf } from './keyboard.ts'
import {
  advance,
  type Bounds,
  isSingle,
  move,
  type Selection,
  selectAll,
  selectColumns,
  selectLines,
} from './selection.ts'
import type { EditingHandle } from './use-editing.ts'

export type KeyActions = {
  selection: Selection
  bounds: Bounds
  handle: EditingHandle
  /** What Enter or Space would act on. */
  activeKind: 'header' | 'group' | 'cell'
  select: (selection: Selection) => void
  /** Starts editing; false when the cell is closed. */
  edit: () => boolean
  /** Says why a cell is closed. */
  closed: () => void
  open: () => void
  /** Shows what the cell held before. */
  history: () => void
  press: (add: boolean) => void
  clear: () => void
  /** Takes the mark of a refused value off the active cell. */
  dismiss: () => void
  fillDown: () => void
  fillRange: () => void
  undo: () => void
  redo: () => void
  moveColumn: (by: 1 | -1) => void
  resizeColumn: (by: 1 | -1) => void
  /** Lets the browser's Tab leave the grid. */
  letGo: () => void
}

const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

/** Keys that reach the grid through its text field. */
export function useKeys(actions: KeyActions): (event: KeyboardEvent) => void {
  const latest = useRef(actions)
  latest.current = actions
  const leaving = useRef(false)
  return useCallback((event: KeyboardEvent) => {
    const act = latest.current
    if (act.handle.editing) {
      if (editKey(event, act)) event.preventDefault()
      return
    }
    const command = commandOf(event)
    if (command?.kind === 'advance' && leaving.current) return act.letGo()
    if (event.key !== 'Shift') leaving.current = command?.kind === 'escape'
    if (command && run(command, act)) event.preventDefault()
  }, [])
}

/** Keys while editing that the editor did not take. */
function editKey(event: KeyboardEvent, act: KeyActions): boolean {
  const { handle, selection, bounds, select } = act
  const goOn = (next: Selection | null) => {
    if (handle.commit() && next) select(next)
    return true
  }
  switch (event.key) {
    case 'Enter':
      if (event.ctrlKey || event.metaKey) {
        act.fillRange()
        return true
      }
      return goOn(advance(selection, 'line', event.shiftKey, bounds))
    case 'Tab':
      return goOn(advance(selection, 'cell', event.shiftKey, bounds))
    case 'Escape':
      handle.cancel()
      return true
    case 'F2':
      handle.keep()
      return true
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      const inText = handle.editing?.mode === 'keep' || handle.editing?.column.kind === 'longText'
      if (inText || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
      return goOn(move(selection, STEPS[event.key], false, bounds))
    }
    default:
      return false
  }
}

/** Does what a command says; false leaves the key to the browser. */
function run(command: Command, act: KeyActions): boolean {
  const { selection, bounds, select, activeKind } = act
  switch (command.kind) {
    case 'move':
      select(move(selection, command.to, command.extend, bounds))
      return true
    case 'advance': {
      const next = advance(selection, command.by, command.back, bounds)
      if (next) select(next)
      else act.letGo()
      return next !== null
    }
    case 'enter': {
      if (activeKind !== 'cell') act.press(command.back)
      else if (!isSingle(selection) || command.back) {
        const next = advance(selection, 'line', command.back, bounds)
        if (next) select(next)
      } else if (!act.edit()) act.open()
      return true
    }
    case 'open':
      if (activeKind === 'cell') act.open()
      else act.press(false)
      return true
    case 'history':
      if (activeKind === 'cell') act.history()
      return true
    case 'edit':
    case 'pick':
      if (!act.edit() && activeKind === 'cell') act.closed()
      return true
    case 'clear':
      act.clear()
      return true
    case 'all':
      select(selectAll(bounds, selection.active))
      return true
    case 'lines':
      select(selectLines(selection, bounds))
      return true
    case 'columns':
      select(selectColumns(selection, bounds))
      return true
    case 'columnMove':
    case 'columnResize':
      if (activeKind !== 'header') return false
      if (command.kind === 'columnMove') act.moveColumn(command.by)
      else act.resizeColumn(command.by)
      return true
    case 'undo':
      act.undo()
      return true
    case 'redo':
      act.redo()
      return true
    case 'fillDown':
      act.fillDown()
      return true
    case 'escape':
      act.dismiss()
      if (!isSingle(selection))
        select({ anchor: selection.active, head: selection.active, active: selection.active })
      return true
  }
}
