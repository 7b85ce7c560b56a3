import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readWorkbook } from './read-workbook.ts'
import { type Cell, columnIndex, columnName } from './workbook.ts'

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))

const summary = (cell: Cell | undefined) =>
  cell &&
  [
    cell.kind,
    cell.text,
    ...(cell.formula ? [`=${cell.formula}`] : []),
    ...(cell.note ? [`(${cell.note})`] : []),
  ].join(' ')

for (const format of ['xlsx', 'xls'] as const) {
  test(`what LibreOffice saved as ${format}`, async () => {
    const workbook = await readWorkbook(fixture(`libreoffice.${format}`))
    assert.equal(workbook.format, format)
    assert.deepEqual(workbook.notices, [])
    assert.deepEqual(
      workbook.sheets.map(({ name, hidden, filtered }) => ({ name, hidden, filtered })),
      [
        { name: '一览', hidden: false, filtered: true },
        { name: '备份', hidden: true, filtered: false },
      ],
    )
    const [sheet] = workbook.sheets
    assert.deepEqual(sheet?.merges, [{ top: 1, left: 0, bottom: 1, right: 6 }])
    assert.deepEqual(sheet?.hiddenColumns, [1])
    assert.deepEqual(
      sheet?.rows.filter(({ hidden }) => hidden).map(({ number }) => number),
      [4],
    )
    assert.deepEqual(
      sheet?.rows.map(({ cells }) => cells.map(summary)),
      [
        ['text 一览表（截至2022年6月）'],
        ['text 名称', 'text 编号', 'text 开工', 'text 竣工', 'text 占比', 'text 投资', 'text 合计'],
        [
          'text 甲厂 (已核对)',
          'text 001',
          'date 2022年3月',
          'date 2023-12-31',
          'number 12.5%',
          'number 1.25亿元',
          'number 2.5 =F3*2',
        ],
        ['text 乙厂', 'text 002', undefined, undefined, undefined, 'number 0.1', 'error #DIV/0! =1/0'],
        ['text =1+2'],
      ],
    )
    assert.equal(sheet?.rows[2]?.cells[2]?.value, '2022-03-01')
  })
}

test('column names and back', () => {
  const names: [number, string][] = [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ]
  for (const [index, name] of names) {
    assert.equal(columnName(index), name)
    assert.equal(columnIndex(name), index)
  }
  for (const none of ['', '1', 'A1', '列']) assert.equal(columnIndex(none), -1)
})
