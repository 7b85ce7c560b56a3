import assert from 'node:assert/strict'
import { it } from 'node:test'
import { History, inverse } from './history.ts'
import { selectCell } from './selection.ts'

const selection = selectCell({ line: 0, col: 0 })
const entry = (after: string) => ({
  changes: [
    { rowId: 'a', key: 'x', before: 'old', after },
    { rowId: 'b', key: 'x', before: 'old', after },
  ],
  selection,
})

it('undoes and redoes in order, and forgets the undone at a new edit', () => {
  const history = new History()
  const [one, two, three] = [entry('1'), entry('2'), entry('3')]
  history.record(one)
  history.record(two)
  assert.equal(history.undo(), two)
  assert.equal(history.redo(), two)
  assert.equal(history.undo(), two)
  history.record(three)
  assert.equal(history.redo(), undefined)
  assert.equal(history.undo(), three)
  assert.equal(history.undo(), one)
  assert.equal(history.undo(), undefined)
})

it('keeps a hundred steps', () => {
  const history = new History()
  for (let i = 0; i < 120; i += 1) history.record(entry(String(i)))
  let steps = 0
  while (history.undo()) steps += 1
  assert.equal(steps, 100)
})

it('leaves out what was refused, and the whole step when all of it was', () => {
  const history = new History()
  const kept = entry('1')
  history.record(kept)
  history.forget(kept, [{ rowId: 'a', key: 'x' }])
  assert.deepEqual(
    kept.changes.map((c) => c.rowId),
    ['b'],
  )
  history.forget(kept, [{ rowId: 'b', key: 'x' }])
  assert.equal(history.undo(), undefined)
})

it('reverses changes, last first', () => {
  assert.deepEqual(inverse([{ rowId: 'a', key: 'x', before: 1, after: 2 }]), [
    { rowId: 'a', key: 'x', before: 2, after: 1 },
  ])
})
