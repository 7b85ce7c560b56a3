import type { Direction } from './selection.ts'

export type KeyLike = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

export type Command =
  | { kind: 'move'; to: Direction; extend: boolean }
  | { kind: 'advance'; by: 'cell' | 'line'; back: boolean }
  | { kind: 'columnMove' | 'columnResize'; by: 1 | -1 }
  | { kind: 'enter'; back: boolean }
  | {
      kind:
        | 'edit'
        | 'pick'
        | 'open'
        | 'history'
        | 'clear'
        | 'all'
        | 'lines'
        | 'columns'
        | 'undo'
        | 'redo'
        | 'fillDown'
        | 'escape'
    }

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const FAR_ARROWS: Record<string, Direction> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'lineStart',
  ArrowRight: 'lineEnd',
}
const PLACES: Record<string, Direction> = {
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'lineStart',
  End: 'lineEnd',
}

/** What a key means while no cell is being edited; null leaves it to the browser (typing, copy and paste). */
export function commandOf(e: KeyLike): Command | null {
  const control = e.ctrlKey || e.metaKey
  const extend = e.shiftKey
  if (e.altKey) {
    if (e.key === 'ArrowDown') return { kind: 'pick' }
    if (control || (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight')) return null
    return { kind: extend ? 'columnResize' : 'columnMove', by: e.key === 'ArrowRight' ? 1 : -1 }
  }
  const to = control ? FAR_ARROWS[e.key] : ARROWS[e.key]
  if (to) return { kind: 'move', to, extend }
  if (control && e.key === 'Home') return { kind: 'move', to: 'first', extend }
  if (control && e.key === 'End') return { kind: 'move', to: 'last', extend }
  const place = PLACES[e.key]
  if (place && !control) return { kind: 'move', to: place, extend }
  if (e.code === 'Space' && (control || extend)) return { kind: control ? 'columns' : 'lines' }
  if (control) return controlCommand(e)
  switch (e.key) {
    case 'Tab':
      return { kind: 'advance', by: 'cell', back: extend }
    case 'Enter':
      return { kind: 'enter', back: extend }
    case 'F2':
      return { kind: extend ? 'history' : 'edit' }
    case ' ':
      return { kind: 'open' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'Escape':
      return { kind: 'escape' }
    default:
      return null
  }
}

/** By the key's place as well as its letter, so that shortcuts work while a Chinese input method is on. */
function controlCommand({ key, code, shiftKey }: KeyLike): Command | null {
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
  if (letter === 'a') return { kind: 'all' }
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' }
  if (letter === 'y') return { kind: 'redo' }
  if (letter === 'd') return { kind: 'fillDown' }
  return null
}
