import assert from 'node:assert/strict'
import { it } from 'node:test'
import { commandOf } from './keyboard.ts'

/** 'Control+Shift+z' as an event; a Chinese input method leaves only the code. */
function press(chord: string, code = '') {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return commandOf({
    key: key === 'Space' ? ' ' : key,
    code: code || key,
    ctrlKey: has('Control'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
  })
}

it('moves, extends and jumps', () => {
  assert.deepEqual(press('ArrowDown'), { kind: 'move', to: 'down', extend: false })
  assert.deepEqual(press('Shift+PageUp'), { kind: 'move', to: 'pageUp', extend: true })
  assert.deepEqual(press('Control+Shift+ArrowDown'), { kind: 'move', to: 'bottom', extend: true })
  assert.deepEqual(press('Control+End'), { kind: 'move', to: 'last', extend: false })
})

it('edits with F2 and shows the history with Shift+F2', () => {
  assert.deepEqual(press('F2'), { kind: 'edit' })
  assert.deepEqual(press('Shift+F2'), { kind: 'history' })
})

it('tells Space from its chords', () => {
  assert.deepEqual(press('Space'), { kind: 'open' })
  assert.deepEqual(press('Shift+Space'), { kind: 'lines' })
  assert.deepEqual(press('Control+Space'), { kind: 'columns' })
})

it('knows undo and redo, on a Mac and under an input method too', () => {
  assert.deepEqual(press('Control+z'), { kind: 'undo' })
  assert.deepEqual(press('Meta+Shift+z'), { kind: 'redo' })
  assert.deepEqual(press('Control+Process', 'KeyY'), { kind: 'redo' })
})

it('leaves typing, copying and the browser’s own chords alone', () => {
  for (const chord of ['a', '你', 'Control+c', 'Control+v', 'Control+f', 'Alt+ArrowUp', 'F5', 'Process']) {
    assert.equal(press(chord), null, chord)
  }
})
