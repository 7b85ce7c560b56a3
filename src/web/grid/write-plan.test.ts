import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { GridColumn, GridRow } from './grid-types.ts'
import { planWrite, textsOf } from './write-plan.ts'

const columns: GridColumn[] = [
  { key: 'name', title: 'Name', width: 80, kind: 'text', editable: true },
  { key: 'sum', title: 'Sum', width: 80, kind: 'decimal', editable: true },
  { key: 'count', title: 'Count', width: 80, kind: 'integer', editable: true },
  { key: 'day', title: 'Day', width: 80, kind: 'date', editable: true },
  {
    key: 'kind',
    title: 'Kind',
    width: 80,
    kind: 'choice',
    choices: [{ value: 'n', label: '新建' }],
    editable: true,
  },
  { key: 'no', title: 'No', width: 80, kind: 'integer' },
]
const row: GridRow = { id: 'a', values: { name: '甲', sum: '1.50', count: 3, day: null, kind: null, no: 1 } }
const shut: GridRow = { ...row, id: 'b', editable: false }
const plan = (texts: string[], rows = [row]) =>
  planWrite(
    rows,
    columns,
    (_, col) => texts[col] ?? '',
    (r, key) => r.values[key],
    { notDate: 'no date {text}' },
  )

it('reads each text by the kind of its column', () => {
  const { changes, readOnly } = plan([' 乙 ', '1,234.50', '7', '2022/3/1', '新建', '9'])
  assert.deepEqual(
    changes.map((c) => c.after),
    ['乙', '1234.50', 7, '2022-03-01', 'n'],
  )
  assert.equal(readOnly, 1)
})

it('keeps what it cannot read, with its text, and takes the rest', () => {
  const { changes, rejected } = plan(['乙', 'x', '1.5', '2022-02-30', '其他'])
  assert.deepEqual(
    changes.map((c) => c.key),
    ['name'],
  )
  assert.deepEqual(
    rejected.map((r) => r.text),
    ['x', '1.5', '2022-02-30', '其他'],
  )
  assert.equal(rejected[2]?.message, 'no date 2022-02-30')
})

it('writes nothing where nothing changes, nothing into closed rows, and empties to null', () => {
  assert.deepEqual(plan(['甲', '1.50', '3', '', '']).changes, [])
  assert.equal(plan(['乙'], [shut]).readOnly, 6)
  assert.deepEqual(
    plan([]).changes.map((c) => c.after),
    [null, null, null],
  )
})

it('copies texts that it reads back to the same values', () => {
  const full = { ...row, values: { ...row.values, day: '2022-03-01', kind: 'n' } }
  const [texts] = textsOf([full], columns, (r, key) => r.values[key])
  assert.deepEqual(texts, ['甲', '1.50', '3', '2022-03-01', '新建', '1'])
  assert.deepEqual(plan(texts ?? [], [full]).changes, [])
})
