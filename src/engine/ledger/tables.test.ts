import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findTables, type SheetCell, type SheetInput, type SheetMerge, valueAt } from './tables.ts'

type Value = string | number | null | undefined

/** A sheet as its rows show it; '' and null are blank. Merges as "A1:B2". */
function sheetOf(rows: Value[][], merges: string[] = [], more: Partial<SheetInput> = {}): SheetInput {
  const cell = (value: Value): SheetCell | undefined =>
    value === null || value === undefined || value === ''
      ? undefined
      : { kind: typeof value === 'number' ? 'number' : 'text', value, text: String(value) }
  const made = rows.map((values, at) => ({ number: at + 1, hidden: false, cells: values.map(cell) }))
  return {
    name: 'Sheet1',
    hidden: false,
    rows: made.filter((row) => row.cells.some(Boolean)),
    merges: merges.map(mergeOf),
    hiddenColumns: [],
    usedColumns: Math.max(0, ...rows.map((row) => row.length)),
    ...more,
  }
}

function mergeOf(range: string): SheetMerge {
  const match = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? assert.fail(range)
  const column = (letter = 'A') => letter.charCodeAt(0) - 65
  return { left: column(match[1]), top: Number(match[2]), right: column(match[3]), bottom: Number(match[4]) }
}

function only(sheet: SheetInput) {
  const tables = findTables(sheet)
  assert.equal(tables.length, 1, `${tables.length} tables`)
  return tables[0] ?? assert.fail()
}

const kinds = (sheet: SheetInput) => only(sheet).rows.map((row) => `${row.number} ${row.kind}`)
const headers = (sheet: SheetInput) => only(sheet).columns.map((column) => column.header)

const plainHeader = ['序号', '项目名称', '投资方', '总投资（亿元）', '签约时间', '备注']
const plainRows: Value[][] = [
  [1, '传化年产68万吨有机硅项目', '传化集团', 70, '2022.3', ''],
  [2, '莱和生物项目', '莱和生物', 5, '2022年一季度', '重点'],
]

test('a plain table with title, unit line and period above', () => {
  const table = only(
    sheetOf(
      [
        ['萧山经济技术开发区2022年3月重点项目台账'],
        ['填报单位：市北兵团', '', '', '单位：万元'],
        plainHeader,
        ...plainRows,
      ],
      ['A1:F1'],
    ),
  )
  assert.deepEqual(table.headerRows, [3])
  assert.deepEqual(table.titleLines, [
    '萧山经济技术开发区2022年3月重点项目台账',
    '填报单位:市北兵团 单位:万元',
  ])
  assert.deepEqual([table.unitHint, table.periodHint, table.yearHint], ['万元', '2022-03', 2022])
  assert.deepEqual(
    table.columns.map(({ letter, header }) => `${letter} ${header}`),
    ['A 序号', 'B 项目名称', 'C 投资方', 'D 总投资(亿元)', 'E 签约时间', 'F 备注'],
  )
  assert.deepEqual(
    table.rows.map(({ number, kind }) => `${number} ${kind}`),
    ['4 data', '5 data'],
  )
})

test('two-row header with merges both ways', () => {
  const sheet = sheetOf(
    [
      ['序号', '项目名称', '投资情况（亿元）', '', '', '时间节点', '', '备注'],
      ['', '', '总投资', '固投', '外资', '计划开工', '实际开工', ''],
      [1, '甲项目', 5, 3, '', '2022.3', '', ''],
    ],
    ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1', 'H1:H2'],
  )
  assert.deepEqual(headers(sheet), [
    '序号',
    '项目名称',
    '投资情况(亿元) / 总投资',
    '投资情况(亿元) / 固投',
    '投资情况(亿元) / 外资',
    '时间节点 / 计划开工',
    '时间节点 / 实际开工',
    '备注',
  ])
  assert.deepEqual(only(sheet).headerRows, [1, 2])
  assert.deepEqual(kinds(sheet), ['3 data'])
})

test('three-row header', () => {
  const sheet = sheetOf(
    [
      ['2022年重点项目推进表'],
      ['序号', '项目名称', '2022年计划', '', '', '', '责任单位'],
      ['', '', '投资', '', '时间', '', ''],
      ['', '', '年度计划', '本月完成', '开工', '竣工', ''],
      ['一', '新建项目（1个）'],
      [1, '甲项目', 500, 100, '3月', '12月', '规建局'],
    ],
    ['A1:G1', 'A2:A4', 'B2:B4', 'C2:F2', 'C3:D3', 'E3:F3', 'G2:G4'],
  )
  assert.deepEqual(headers(sheet), [
    '序号',
    '项目名称',
    '2022年计划 / 投资 / 年度计划',
    '2022年计划 / 投资 / 本月完成',
    '2022年计划 / 时间 / 开工',
    '2022年计划 / 时间 / 竣工',
    '责任单位',
  ])
  assert.deepEqual(kinds(sheet), ['5 section', '6 data'])
  assert.equal(only(sheet).rows[1]?.section, '一、新建项目(1个)')
})

test('two-row header whose groups are not merged', () => {
  const sheet = sheetOf([
    ['序号', '项目名称', '投资情况', '', '时间节点', '', '备注'],
    ['', '', '总投资', '固投', '计划开工', '实际开工', ''],
    [1, '甲项目', 5, 3, '2022.3', '2022.4', ''],
  ])
  assert.deepEqual(headers(sheet), [
    '序号',
    '项目名称',
    '投资情况 / 总投资',
    '投资情况 / 固投',
    '时间节点 / 计划开工',
    '时间节点 / 实际开工',
    '备注',
  ])
  assert.deepEqual(kinds(sheet), ['3 data'])
})

test('groups named in a row above that names nothing else', () => {
  const sheet = sheetOf(
    [
      ['', '', '投资情况', '', '时间节点', ''],
      ['序号', '项目名称', '总投资', '固投', '计划开工', '实际开工'],
      [1, '甲项目', 5, 3, '2022.3', '2022.4'],
    ],
    ['C1:D1', 'E1:F1'],
  )
  assert.deepEqual(headers(sheet).slice(1, 4), ['项目名称', '投资情况 / 总投资', '投资情况 / 固投'])
  assert.deepEqual(only(sheet).headerRows, [1, 2])
})

test('a first row of data is not taken for a second header row', () => {
  const sheet = sheetOf([
    ['项目名称', '投资方', '当前阶段', '责任单位', '备注'],
    ['甲项目', '传化集团', '签约', '招商局', ''],
    ['乙项目', '', '开工', '', ''],
  ])
  assert.deepEqual(only(sheet).headerRows, [1])
  assert.deepEqual(kinds(sheet), ['2 data', '3 data'])
})

test('subtotals, sections, column numbers, notes, repeated headers and blank rows stand aside', () => {
  const sheet = sheetOf(
    [
      plainHeader,
      [1, 2, 3, 4, 5, 6],
      ['合计（18个）', '', '', 104.2],
      ['一、新建项目（12个）'],
      ...plainRows,
      ['', '小 计', '', 75],
      plainHeader,
      ['二', '续建项目', '', 29.2],
      ['（一）', '制造业'],
      [3, '诺特健康研究中心&智链研发一体工厂', '诺特', 29.2, '2021.12', ''],
      [4, '', '', '', '', ''],
      ['', '其中：制造业', '', 29.2],
      ['', '市北兵团合计', '', 29.2],
      ['总计', '', '', 104.2],
      [],
      ['注：总投资以协议为准。'],
      ['填报人：张三', '', '审核：李四', '', '联系电话：13800000000'],
    ],
    ['A4:F4'],
  )
  assert.deepEqual(kinds(sheet), [
    '2 note',
    '3 subtotal',
    '4 section',
    '5 data',
    '6 data',
    '7 subtotal',
    '8 repeatedHeader',
    '9 section',
    '10 section',
    '11 data',
    '12 blank',
    '13 subtotal',
    '14 subtotal',
    '15 subtotal',
    '17 note',
    '18 note',
  ])
  const sections = only(sheet)
    .rows.filter((row) => row.kind === 'data')
    .map((row) => row.section)
  assert.deepEqual(sections, ['一、新建项目(12个)', '一、新建项目(12个)', '二、续建项目 / (一)、制造业'])
})

test('units in a row of their own belong to the names above', () => {
  const sheet = sheetOf([
    ['序号', '项目名称', '总投资', '用地', '备注'],
    ['', '', '（亿元）', '亩', ''],
    [1, '甲项目', 5, 30, ''],
  ])
  assert.deepEqual(headers(sheet), ['序号', '项目名称', '总投资(亿元)', '用地(亩)', '备注'])
  assert.deepEqual(kinds(sheet), ['3 data'])
})

test('titles that printing repeats, and groups named without a mark, stand aside', () => {
  const title = ['重点项目台账', '', '', '单位：亿元']
  const sheet = sheetOf([
    title,
    plainHeader,
    ['', '市北兵团'],
    ...plainRows,
    title,
    plainHeader,
    ['', '桥南兵团（1个）', '', 5],
    [3, '诺特健康研究中心', '诺特', 5],
  ])
  assert.deepEqual(kinds(sheet), [
    '3 section',
    '4 data',
    '5 data',
    '6 repeatedHeader',
    '7 repeatedHeader',
    '8 section',
    '9 data',
  ])
  assert.deepEqual(
    only(sheet)
      .rows.filter((row) => row.kind === 'data')
      .map((row) => row.section),
    ['市北兵团', '市北兵团', '桥南兵团(1个)'],
  )
})

test('a header of mostly unknown names is known by 序号 and 项目名称', () => {
  const sheet = sheetOf([
    ['序号', '项目名称', '环评', '能评', '施工图', '水保', '人防', '消防', '土地证', '规划证'],
    [1, '甲项目', '√', '√', '', '', '', '', '', ''],
  ])
  assert.deepEqual(kinds(sheet), ['2 data'])
})

test('guides and examples of a template stand aside', () => {
  const sheet = sheetOf([
    plainHeader,
    ['', '必填，与备案一致', '填写全称', '必填，亿元', '格式：2022-03', '选填'],
    ['示例', 'XX项目', 'XX公司', 5, '2022-03', ''],
    ...plainRows,
  ])
  assert.deepEqual(kinds(sheet), ['2 note', '3 note', '4 data', '5 data'])
})

test('projects that only look like totals or sections stay', () => {
  const sheet = sheetOf([
    plainHeader,
    [1, '杭州汇总科技总部项目', '汇总科技', 5, '2022.3'],
    [2, '余量合计算力中心', '', 5],
    [3, '一、二期厂房项目', '', 5],
    ['', '没有序号的项目', '', 5],
    ['', '只有名称的项目'],
  ])
  assert.deepEqual(kinds(sheet), ['2 data', '3 data', '4 data', '5 data', '6 data'])
})

test('when all serials are Chinese numerals they are serials', () => {
  const sheet = sheetOf([plainHeader, ['一', '甲项目', '甲', 1], ['二', '乙项目', '乙', 2]])
  assert.deepEqual(kinds(sheet), ['2 data', '3 data'])
})

test('values merged downwards belong to every row, sideways ones to the left', () => {
  const sheet = sheetOf(
    [plainHeader, [1, '甲项目一期', '传化集团', 70, '2022.3', '同'], [2, '甲项目二期', '', '', '2022.5', '']],
    ['C2:C3', 'D2:D3', 'E3:F3'],
  )
  assert.deepEqual(kinds(sheet), ['2 data', '3 data'])
  assert.deepEqual([valueAt(sheet, 2, 2)?.merged, valueAt(sheet, 2, 2)?.cell.text], [false, '传化集团'])
  assert.deepEqual([valueAt(sheet, 3, 2)?.merged, valueAt(sheet, 3, 2)?.cell.text], [true, '传化集团'])
  assert.equal(valueAt(sheet, 3, 5), undefined)
  assert.equal(valueAt(sheet, 3, 4)?.cell.text, '2022.5')
  assert.equal(valueAt(sheet, 9, 9), undefined)
})

test('hidden and repeated columns and columns without header', () => {
  const table = only(
    sheetOf(
      [
        ['序号', '项目名称', '总投资(亿元)', '总投资（万元）', '备注', '', ''],
        [1, '甲', 5, 50000, '', '', '无头的值'],
      ],
      [],
      { hiddenColumns: [3] },
    ),
  )
  assert.deepEqual(
    table.columns.map(({ index, header, hidden, repeatedOf }) => [index, header, hidden, repeatedOf]),
    [
      [0, '序号', false, undefined],
      [1, '项目名称', false, undefined],
      [2, '总投资(亿元)', false, undefined],
      [3, '总投资(万元)', true, 2],
      [4, '备注', false, undefined],
      [6, '', false, undefined],
    ],
  )
})

test('a second table below with its own title', () => {
  const tables = findTables(
    sheetOf([
      ['附表1：签约项目'],
      plainHeader,
      ...plainRows,
      [],
      ['附表2：人才项目（2022年2月）'],
      ['序号', '人才项目名称', '人才类别', '落户时间', '联系人'],
      [1, '领航项目', '领航', '2022.2', ''],
    ]),
  )
  assert.deepEqual(
    tables.map((table) => [table.titleLines.join('|'), table.rows.length, table.periodHint]),
    [
      ['附表1:签约项目', 2, undefined],
      ['附表2:人才项目(2022年2月)', 1, '2022-02'],
    ],
  )
})

test('an English header is a header', () => {
  const sheet = sheetOf([
    ['No.', 'Project', 'Investor', 'Total investment (10k CNY)', 'Stage', 'Note'],
    [1, 'Silicone works', 'Transfar', 700000, 'Signed', ''],
  ])
  assert.deepEqual(kinds(sheet), ['2 data'])
})

test('covers, explanations, forms and empty sheets are no tables', () => {
  const nothing: Value[][][] = [
    [],
    [['萧山经济技术开发区'], ['重点项目台账'], ['二〇二二年三月']],
    [['填表说明'], ['1. 项目名称须与备案一致。'], ['2. 总投资以亿元为单位。'], ['3. 日期格式为2022-03-01。']],
    [
      ['项目信息表'],
      ['项目名称', '甲项目', '建设单位', '传化集团'],
      ['总投资', '5亿元', '用地面积', '30亩'],
      ['签约时间', '2022.3', '责任单位', '招商局'],
      ['联系人', '张三', '联系电话', '13800000000'],
    ],
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ]
  for (const rows of nothing) assert.deepEqual(findTables(sheetOf(rows)), [], JSON.stringify(rows))
})

test('a template without rows is named', () => {
  assert.equal(only(sheetOf([['项目台账'], plainHeader])).rows.length, 0)
})

test('period and year from titles and sheet names', () => {
  const hint = (title: string, name = 'Sheet1') => {
    const table = only(sheetOf([[title], plainHeader, ...plainRows], ['A1:F1'], { name }))
    return [table.periodHint, table.yearHint]
  }
  assert.deepEqual(hint('2022年1-3月重点项目完成情况'), ['2022-03', 2022])
  assert.deepEqual(hint('（截至2022年2月28日）'), ['2022-02', 2022])
  assert.deepEqual(hint('2022.3.25'), ['2022-03', 2022])
  assert.deepEqual(hint('2022年一季度签约项目'), ['2022-03', 2022])
  assert.deepEqual(hint('2022年上半年签约项目'), ['2022-06', 2022])
  assert.deepEqual(hint('2022年度重点项目', '3月'), ['2022-03', 2022])
  assert.deepEqual(hint('二〇二二年三月台账'), [undefined, undefined])
  assert.deepEqual(hint('重点项目台账', '市北兵团'), [undefined, undefined])
})

test('rows added above and beside move the table and change nothing in it', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(3), (down, right) => {
      const shifted = [plainHeader, ...plainRows, ['合计', '', '', 75]].map((row) => [
        ...Array<Value>(right).fill(''),
        ...row,
      ])
      const table = only(sheetOf([...Array<Value[]>(down).fill([]), ...shifted]))
      assert.deepEqual(
        table.columns.map((column) => column.index - right),
        [0, 1, 2, 3, 4, 5],
      )
      assert.deepEqual(
        table.rows.map((row) => `${row.number - down} ${row.kind}`),
        ['2 data', '3 data', '4 subtotal'],
      )
    }),
  )
})

test('never throws on any sheet', () => {
  const value = fc.oneof(
    fc.constantFrom('序号', '项目名称', '总投资', '合计', '一、甲', '注：', '', '', '2022.3', '单位：万元'),
    fc.integer(),
  )
  const merges = fc.array(
    fc
      .tuple(fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(3))
      .map(([top, left, high, wide]) => ({ top: top + 1, left, bottom: top + 1 + high, right: left + wide })),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 10 }), merges, (rows, list) => {
      const sheet = sheetOf(rows, [], { merges: list })
      for (const table of findTables(sheet))
        for (const row of table.rows)
          for (const column of table.columns) valueAt(sheet, row.number, column.index)
    }),
    { numRuns: 3000 },
  )
})
