import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { fileOf } from '../fixtures/small-book.ts'
import { readWorkbook } from '../read-workbook.ts'

const read = async (content: string | Buffer) => {
  const workbook = await readWorkbook(await fileOf(content))
  const sheet = workbook.sheets[0]
  assert.ok(sheet)
  return { ...workbook, sheet, texts: sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text)) }
}

const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td > p { }</style></head>
<body><!-- <table><tr><td>no</td></tr></table> --><table border=1>
<tr><th rowspan=2>名称<th colspan="2">金额&nbsp;(万元)</tr>
<tr style="display:none"><td>计划</td><td>实际</td></tr>
<tr><td> 传化<br>智联 </td><td>1 &lt; 2 &#20803;</td><td></td>
</table></body></html>`

test('a table saved as .xls, in the character set of an old system', async () => {
  const { format, notices, sheet, texts } = await read(iconv.encode(page, 'gbk'))
  assert.equal(format, 'xls')
  assert.deepEqual(notices, [{ code: 'html_table' }])
  assert.deepEqual(texts, [
    ['名称', '金额 (万元)'],
    [undefined, '计划', '实际'],
    ['传化\n智联', '1 < 2 元'],
  ])
  assert.deepEqual(sheet.merges, [
    { top: 1, left: 0, bottom: 2, right: 0 },
    { top: 1, left: 1, bottom: 1, right: 2 },
  ])
  assert.deepEqual(
    sheet.rows.map(({ hidden }) => hidden),
    [false, true, false],
  )
})

test('tables within tables are sheets of their own; spans of a million are not', async () => {
  const { sheets } = await read(
    '<table><tr><td><table><tr><td colspan=1000000 rowspan=1000000>in</td></tr></table></td><td>out</td></tr></table>',
  )
  assert.deepEqual(
    sheets.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.text))),
    [[[undefined, 'out']], [['in']]],
  )
})

test('tags that never end take no longer than the file is long', async () => {
  const started = performance.now()
  await read(`<table><tr><td>x</td></tr></table>${'<!-- <a '.repeat(200_000)}`)
  assert.ok(performance.now() - started < 10_000)
})

test('the XML spreadsheet of Excel 2003', async () => {
  const { format, sheet, sheets } = await read(`<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="甲"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Column ss:Width="55"/>
<Row ss:Index="3"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">标题</Data><Comment><ss:Data>注</ss:Data></Comment></Cell><Cell><Data ss:Type="Number">1.5</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2022-03-01T00:00:00.000</Data></Cell><Cell ss:StyleID="p" ss:Formula="=RC[-1]"><Data ss:Type="Number">0.125</Data></Cell></Row>
</Table></Worksheet><Worksheet ss:Name="乙"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`)
  assert.equal(format, 'xls')
  assert.deepEqual(
    sheet.rows.map(({ number, hidden, cells }) => [number, hidden, cells.map((cell) => cell?.text)]),
    [
      [3, false, ['标题', undefined, '1.5']],
      [4, true, [undefined, undefined, '2022年3月', '12.5%']],
    ],
  )
  assert.deepEqual(sheet.rows[1]?.cells[2]?.value, '2022-03-01')
  assert.equal(sheet.rows[1]?.cells[3]?.formula, 'RC[-1]')
  assert.equal(sheet.rows[0]?.cells[0]?.note, '注')
  assert.deepEqual(sheet.merges, [{ top: 3, left: 0, bottom: 4, right: 1 }])
  assert.deepEqual(sheet.hiddenColumns, [1, 2])
  assert.deepEqual(sheet.columnWidths, { 3: 10 })
  assert.deepEqual(
    sheets.map(({ hidden }) => hidden),
    [false, true],
  )
})
