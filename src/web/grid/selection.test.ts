import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  advance,
  clampSelection,
  move,
  rectOf,
  selectAll,
  selectCell,
  selectColumns,
  selectLines,
} from './selection.ts'

const bounds = { lines: 10, cols: 4, page: 5 }
const at = (line: number, col: number) => ({ line, col })
const range = (top: number, left: number, bottom: number, right: number) => ({
  anchor: at(top, left),
  head: at(bottom, right),
  active: at(top, left),
})

describe('move', () => {
  it('stays on the grid, whatever the keys', () => {
    const keys = fc.constantFrom(
      'up',
      'down',
      'left',
      'right',
      'pageUp',
      'pageDown',
      'lineEnd',
      'bottom',
      'last',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), (strokes) => {
        let selection = selectCell(at(0, 0))
        for (const [to, extend] of strokes) selection = move(selection, to as 'up', extend, bounds)
        const { top, bottom, left, right } = rectOf(selection)
        assert(top >= -1 && bottom < 10 && left >= 0 && right < 4)
        assert(selection.active.line >= top && selection.active.line <= bottom)
      }),
    )
  })

  it('reaches the header from the first line, but a range never does', () => {
    assert.deepEqual(move(selectCell(at(0, 2)), 'up', false, bounds).active, at(-1, 2))
    assert.deepEqual(move(selectCell(at(0, 2)), 'up', true, bounds).head, at(0, 2))
    assert.deepEqual(move(selectCell(at(-1, 2)), 'down', false, bounds).active, at(0, 2))
  })

  it('extends from the anchor and back over it', () => {
    let selection = selectCell(at(5, 1))
    selection = move(selection, 'down', true, bounds)
    selection = move(selection, 'pageUp', true, bounds)
    assert.deepEqual(rectOf(selection), { top: 1, bottom: 5, left: 1, right: 1 })
    assert.deepEqual(selection.active, at(5, 1))
  })
})

describe('advance', () => {
  it('goes on to the next line at the end of one, and off the grid at its end', () => {
    assert.deepEqual(advance(selectCell(at(0, 3)), 'cell', false, bounds)?.active, at(1, 0))
    assert.deepEqual(advance(selectCell(at(1, 0)), 'cell', true, bounds)?.active, at(0, 3))
    assert.equal(advance(selectCell(at(9, 3)), 'cell', false, bounds), null)
    assert.equal(advance(selectCell(at(0, 0)), 'cell', true, bounds), null)
  })

  it('walks a range and comes round, without changing it', () => {
    const whole = range(2, 1, 3, 2)
    const seen: string[] = []
    let selection = whole
    for (let i = 0; i < 5; i += 1) {
      seen.push(`${selection.active.line}/${selection.active.col}`)
      selection = advance(selection, 'line', false, bounds) ?? selection
    }
    assert.deepEqual(seen, ['2/1', '3/1', '2/2', '3/2', '2/1'])
    assert.deepEqual(rectOf(selection), rectOf(whole))
  })
})

it('selects lines, columns and all', () => {
  assert.deepEqual(rectOf(selectLines(range(2, 1, 3, 2), bounds)), { top: 2, bottom: 3, left: 0, right: 3 })
  assert.deepEqual(rectOf(selectColumns(range(2, 1, 3, 2), bounds)), { top: 0, bottom: 9, left: 1, right: 2 })
  assert.deepEqual(rectOf(selectAll(bounds, at(4, 4))), { top: 0, bottom: 9, left: 0, right: 3 })
})

it('comes back onto a grid that has shrunk', () => {
  const kept = clampSelection(range(2, 1, 9, 3), { lines: 3, cols: 2, page: 1 })
  assert.deepEqual(rectOf(kept), { top: 2, bottom: 2, left: 1, right: 1 })
})
