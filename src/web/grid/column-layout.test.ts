import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { columnAt, columnWindow, layoutColumns, lineWindow, moveColumn } from './column-layout.ts'
import type { GridColumn } from './grid-types.ts'

const column = (key: string, frozen = false): GridColumn => ({
  key,
  title: key,
  width: 100,
  kind: 'text',
  frozen,
})
const columns = [column('a', true), column('b', true), ...'cdefghijkl'.split('').map((key) => column(key))]
const keys = (list: readonly GridColumn[]) =>
  list.map((c) => (c.frozen ? c.key.toUpperCase() : c.key)).join('')

describe('layoutColumns', () => {
  it('places frozen columns first', () => {
    const layout = layoutColumns([column('x'), column('f', true)], 1000)
    assert.deepEqual(
      layout.columns.map((c) => [c.key, c.left]),
      [
        ['f', 0],
        ['x', 100],
      ],
    )
    assert.equal(layout.frozenWidth, 100)
  })

  it('lets frozen columns scroll where they would fill a narrow window', () => {
    assert.equal(layoutColumns(columns, 300).frozenCount, 1)
    assert.equal(layoutColumns(columns, 1000).frozenCount, 2)
  })
})

it('draws only the columns in sight, and finds the one under the pointer', () => {
  const layout = layoutColumns(columns, 500)
  assert.deepEqual(columnWindow(layout, 300, 500, 0), { from: 5, to: 8 })
  assert.equal(columnAt(layout, 150, 300), 1)
  assert.equal(columnAt(layout, 250, 300), 5)
  assert.equal(columnAt(layout, 9999, 300), 11)
})

it('moves columns, freezing and freeing them by where they land', () => {
  const few = columns.slice(0, 4)
  assert.equal(keys(moveColumn(few, 2, 4)), 'ABdc')
  assert.equal(keys(moveColumn(few, 3, 1)), 'ADBc')
  assert.equal(keys(moveColumn(few, 0, 2)), 'BAcd')
  assert.equal(keys(moveColumn(few, 0, 4)), 'Bcda')
})

it('draws lines in steps around those in sight', () => {
  assert.deepEqual(lineWindow(0, 320, 32, 1000), { from: 0, to: 16 })
  const far = lineWindow(32_000, 320, 32, 1000)
  assert(far.from < 1000 && far.to === 1000)
  assert.deepEqual(lineWindow(0, 320, 32, 3), { from: 0, to: 3 })
})
