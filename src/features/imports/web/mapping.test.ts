import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ColumnMapping, ImportTable, LedgerImport } from '../contract.ts'
import {
  checkInputOf,
  confidenceOf,
  draftOf,
  isChanged,
  obstaclesOf,
  rowsToCheck,
  takenFields,
  withField,
  withTable,
  withUnit,
} from './mapping.ts'

const column = (index: number, field: string | null, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  index,
  letter: String.fromCharCode(65 + index),
  header: `列${index}`,
  hidden: false,
  field,
  confidence: 1,
  reason: 'exact',
  runnersUp: [],
  unit: null,
  samples: [],
  ...more,
})
const table = (key: string, columns: ColumnMapping[], rows = 10): ImportTable => ({
  key,
  sheet: key,
  hidden: false,
  titleLines: [],
  headerRows: [1],
  firstRow: 2,
  rows,
  aside: [],
  use: true,
  corpsId: null,
  columns,
})
const anImport = (tables: ImportTable[]) =>
  ({ period: '2022-03', blanks: 'keep', tables }) as unknown as LedgerImport

const named = () =>
  table('市北', [column(0, 'name'), column(1, 'totalInvestment', { unit: '亿元' }), column(2, null)])

test('an untouched draft sends what was proposed and is not a change', () => {
  const ledgerImport = anImport([named()])
  const draft = draftOf(ledgerImport)
  assert.equal(isChanged(ledgerImport, draft), false)
  assert.deepEqual(checkInputOf(ledgerImport, draft).tables[0]?.columns, [
    { index: 0, field: 'name' },
    { index: 1, field: 'totalInvestment', unit: '亿元' },
    { index: 2, field: null },
  ])
})

test('choosing a field keeps a unit that fits and drops one that does not', () => {
  const sheet = named()
  const [, amount] = sheet.columns
  assert.ok(amount)
  const draft = draftOf(anImport([sheet]))
  const unitAfter = (field: string | null) =>
    withField(draft, sheet, amount, field).tables['市北']?.columns[1]?.unit
  assert.equal(unitAfter('fixedAssetInvestment'), '亿元')
  assert.equal(unitAfter('landArea'), null)
  assert.equal(unitAfter(null), null)
})

test('a field left and chosen again has the proposed unit back', () => {
  const sheet = named()
  const [, amount] = sheet.columns
  assert.ok(amount)
  const left = withField(draftOf(anImport([sheet])), sheet, amount, null)
  assert.equal(withField(left, sheet, amount, 'totalInvestment').tables['市北']?.columns[1]?.unit, '亿元')
})

test('a changed unit or table is a change', () => {
  const sheet = named()
  const [, amount] = sheet.columns
  assert.ok(amount)
  const ledgerImport = anImport([sheet])
  assert.ok(isChanged(ledgerImport, withUnit(draftOf(ledgerImport), sheet, amount, '万元')))
  assert.ok(isChanged(ledgerImport, withTable(draftOf(ledgerImport), sheet, { use: false })))
})

test('rows are counted over the tables in use', () => {
  const [a, b] = [named(), table('桥南', [column(0, 'name')], 5)]
  const ledgerImport = anImport([a, b])
  assert.equal(rowsToCheck(ledgerImport, draftOf(ledgerImport)), 15)
  assert.equal(rowsToCheck(ledgerImport, withTable(draftOf(ledgerImport), a, { use: false })), 5)
})

test('a table without names, a field taken twice and no table at all stand in the way', () => {
  const nameless = table('表', [column(0, 'investor'), column(1, 'totalDone'), column(2, 'totalDone')])
  const ledgerImport = anImport([nameless])
  assert.deepEqual(obstaclesOf(ledgerImport, draftOf(ledgerImport)), [
    { kind: 'noName', sheet: '表' },
    { kind: 'twice', sheet: '表', field: 'totalDone', letters: ['B', 'C'] },
  ])
  const none = withTable(draftOf(ledgerImport), nameless, { use: false })
  assert.deepEqual(obstaclesOf(ledgerImport, none), [{ kind: 'noTable' }])
  assert.deepEqual(obstaclesOf(anImport([named()]), draftOf(anImport([named()]))), [])
})

test('a taken field says from which column', () => {
  const sheet = named()
  assert.deepEqual(
    [...takenFields(draftOf(anImport([sheet])), sheet)],
    [
      ['name', 'A'],
      ['totalInvestment', 'B'],
    ],
  )
})

test('confidence becomes a word', () => {
  const word = (more: Partial<ColumnMapping>, chosen?: string) => {
    const proposed = column(0, 'name', more)
    return confidenceOf(proposed, { field: chosen ?? proposed.field, unit: null })
  }
  assert.equal(word({ reason: 'exact' }), 'certain')
  assert.equal(word({ reason: 'learned', confidence: 1 }), 'learned')
  assert.equal(word({ reason: 'similar', confidence: 0.75 }), 'likely')
  assert.equal(word({ reason: 'values', confidence: 0.4 }), 'doubtful')
  assert.equal(word({ field: null, reason: 'none', confidence: 0 }), 'none')
  assert.equal(word({ field: null, reason: 'none', confidence: 0, header: '序 号' }), 'unneeded')
  assert.equal(word({ reason: 'similar', confidence: 0.4 }, 'investor'), 'chosen')
})
