import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeDbf } from './write-dbf.ts'

/** The columns of a table: name, type, length, decimals. */
const columnsOf = (dbf: Buffer) => {
  const columns: [string, string, number, number][] = []
  for (let at = 32; dbf[at] !== 0x0d; at += 32) {
    const name = dbf.toString('utf8', at, dbf.indexOf(0, at))
    columns.push([name, dbf.toString('latin1', at + 11, at + 12), dbf[at + 16] ?? 0, dbf[at + 17] ?? 0])
  }
  return columns
}

test('columns of plain numbers are numbers, codes and mixtures are text', () => {
  const rows: Record<string, string>[] = [
    { 面积: '0.9407', 数: '-12', 代码: '0601', 混: '1', 号: '330109001002000123', 空: '' },
    { 面积: '12.5', 数: '', 代码: '12', 混: '约1' },
  ]
  assert.deepEqual(columnsOf(writeDbf(rows, new Date(0))), [
    ['面积', 'N', 6, 4],
    ['数', 'N', 3, 0],
    ['代码', 'C', 4, 0],
    ['混', 'C', 4, 0],
    ['号', 'C', 18, 0],
    ['空', 'C', 1, 0],
  ])
})

test('a table always has a column, and never more than 255', () => {
  assert.deepEqual(columnsOf(writeDbf([{}], new Date(0))), [['id', 'C', 1, 0]])
  const wide = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, 'x']))
  assert.equal(columnsOf(writeDbf([wide], new Date(0))).length, 255)
})
