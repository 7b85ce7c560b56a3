import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalOf, showSize } from './accepted-file.ts'

const file = (name: string, size = 10, type = 'x') => ({ name, size, type })

test('one spreadsheet is taken, whatever the case of its ending', () => {
  for (const name of ['台账.xlsx', 'A.XLS', 'b.xlsm', 'c.CSV'])
    assert.equal(refusalOf([file(name)]), undefined)
})

test('several files, other kinds, empty files and folders are refused', () => {
  assert.equal(refusalOf([file('a.xlsx'), file('b.xlsx')]), 'one')
  assert.equal(refusalOf([file('台账.et')]), 'kind')
  assert.equal(refusalOf([file('台账.xlsx.pdf')]), 'kind')
  assert.equal(refusalOf([file('a.xlsx', 0)]), 'empty')
  assert.equal(refusalOf([file('台账', 4096, '')]), 'folder')
  assert.equal(refusalOf([]), 'folder')
})

test('sizes are short', () => {
  assert.deepEqual([12, 2048, 1_500_000].map(showSize), ['12 B', '2 KB', '1.4 MB'])
})
