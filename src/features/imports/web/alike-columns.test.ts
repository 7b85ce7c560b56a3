import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ColumnMapping, ImportTable, LedgerImport } from '../contract.ts'
import { alikeColumns } from './alike-columns.ts'
import { draftOf, withField, withTable } from './mapping.ts'

const column = (index: number, header: string, field: string | null): ColumnMapping => ({
  index,
  letter: String.fromCharCode(65 + index),
  header,
  hidden: false,
  field,
  confidence: 0.5,
  reason: 'similar',
  runnersUp: [],
  unit: null,
  samples: [],
})
const table = (key: string, columns: ColumnMapping[]): ImportTable => ({
  key,
  sheet: key,
  hidden: false,
  titleLines: [],
  headerRows: [1],
  firstRow: 2,
  rows: 3,
  aside: [],
  use: true,
  corpsId: null,
  columns,
})
const sheets = () => [
  table('市北', [column(0, '项目', 'name'), column(1, '情况', 'progress')]),
  table('桥南', [column(0, '项目', 'name'), column(2, ' 情况 ', 'progress')]),
]
const draftFor = (tables: ImportTable[]) => draftOf({ tables } as unknown as LedgerImport)
const found = (tables: ImportTable[], draft = draftFor(tables)) => {
  const [first] = tables
  const own = first?.columns[1]
  assert.ok(first && own)
  return alikeColumns(tables, draft, first, own).map(({ table, column }) => `${table.key} ${column.letter}`)
}

test('a column of the same header in another sheet is decided with it', () => {
  assert.deepEqual(found(sheets()), ['桥南 C'])
})

test('one that somebody set otherwise, and one in a sheet left out, are not', () => {
  const tables = sheets()
  const [, other] = tables
  const column = other?.columns[1]
  assert.ok(other && column)
  assert.deepEqual(found(tables, withField(draftFor(tables), other, column, 'problem')), [])
  assert.deepEqual(found(tables, withTable(draftFor(tables), other, { use: false })), [])
})

test('a header that stands twice in a sheet decides nothing elsewhere', () => {
  const [first, other] = sheets()
  assert.ok(first && other)
  const doubled = { ...other, columns: [...other.columns, column(3, '情况', null)] }
  assert.deepEqual(found([first, doubled]), [])
})
