import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rawZip } from '../fixtures/raw-zip.ts'
import {
  bookParts,
  fileOf,
  relationships,
  sheetData,
  smallBook,
  styles,
  worksheet,
} from '../fixtures/small-book.ts'
import { readWorkbook } from '../read-workbook.ts'

const read = async (sheet: string, parts: Record<string, string> = {}) => {
  const workbook = await readWorkbook(await fileOf(smallBook(sheet, parts)))
  const [first] = workbook.sheets
  assert.ok(first)
  return { ...workbook, sheet: first, texts: first.rows.map(({ cells }) => cells.map((cell) => cell?.text)) }
}

const strings = (items: string) => ({ 'xl/sharedStrings.xml': `<sst>${items}</sst>` })

test('shared, inline and formula strings, rich text without phonetic hints', async () => {
  const { texts } = await read(
    sheetData(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>传</t></r><r><t xml:space="preserve">化 </t></r></is></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>传化x</v></c></row>',
    ),
    strings(
      '<si><t>传化</t></si><si><r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    ),
  )
  assert.deepEqual(texts, [['传化', '東京', '传化 ', '传化x']])
})

test('no shared strings part at all', async () => {
  const { texts } = await read(sheetData('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'))
  assert.deepEqual(texts, [['x']])
})

test('characters XML cannot carry are written _xHHHH_', async () => {
  const { texts } = await read(
    sheetData('<row><c t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c></row>'),
  )
  assert.deepEqual(texts, [['a\rb_x000D_']])
})

test('characters no database takes are left out', async () => {
  const { texts } = await read(
    sheetData('<row><c t="inlineStr"><is><t>a_x0000_b_xD800_c_x0007_😀</t></is></c></row>'),
  )
  assert.deepEqual(texts, [['abc😀']])
})

test('rows and cells without addresses follow one another', async () => {
  const { sheet } = await read(
    sheetData(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>4</v></c></row><row><c><v>6</v></c></row>',
    ),
  )
  assert.deepEqual(
    sheet.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell?.value)]),
    [
      [1, 1, undefined, 3],
      [5, undefined, 2, 4],
      [6, 6],
    ],
  )
  assert.equal(sheet.usedColumns, 3)
})

test('rows out of order are put in order, a row given twice is one', async () => {
  const { sheet } = await read(
    sheetData(
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>',
    ),
  )
  assert.deepEqual(
    sheet.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell?.value)]),
    [
      [1, 1],
      [3, 3, 4],
    ],
  )
})

test('styled blank cells and rows are nothing, wherever the dimension ends', async () => {
  const blank = Array.from(
    { length: 50 },
    (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
  )
  const { sheet } = await read(
    worksheet(
      `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>${blank.join('')}</sheetData>`,
    ),
  )
  assert.equal(sheet.rows.length, 1)
  assert.equal(sheet.usedColumns, 1)
})

test('days by number format, in both epochs', async () => {
  const parts = {
    'xl/styles.xml': styles(['yyyy"年"m"月"', '[$-804]m"月"d"日"', 'yyyy/m/d h:mm', '0.00"亿元"', 'h:mm']),
  }
  const row = sheetData(
    '<row r="1"><c s="1"><v>44621</v></c><c s="2"><v>44634</v></c><c s="3"><v>44634.5</v></c><c s="4"><v>1.25</v></c><c s="5"><v>0.354166666666667</v></c><c s="1"><v>0</v></c><c s="1"><v>20220314</v></c></row>',
  )
  const { sheet, notices } = await read(row, parts)
  assert.deepEqual(
    sheet.rows[0]?.cells.map((cell) => [cell?.kind, cell?.value, cell?.text]),
    [
      ['date', '2022-03-01', '2022年3月'],
      ['date', '2022-03-14', '3月14日'],
      ['date', '2022-03-14T12:00:00', '2022/3/14 12:00'],
      ['number', 1.25, '1.25亿元'],
      ['number', 0.354166666666667, '8:30'],
      ['number', 0, '0'],
      ['number', 20220314, '20220314'],
    ],
  )
  assert.deepEqual(notices, [{ code: 'date_out_of_range', sheet: 'S', cell: 'G1' }])

  const macintosh = await read(row, {
    ...parts,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
  })
  assert.equal(macintosh.sheet.rows[0]?.cells[0]?.value, '2026-03-02')
})

test('formats named by id only, Chinese ones too', async () => {
  const { sheet } = await read(
    sheetData('<row><c s="0"><v>44634</v></c><c s="1"><v>44634</v></c><c s="2"><v>0.125</v></c></row>'),
    {
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="57"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    },
  )
  assert.deepEqual(
    sheet.rows[0]?.cells.map((cell) => cell?.text),
    ['2022/3/14', '2022年3月', '12.5%'],
  )
})

test('formulas keep their cached value; one without is blank and noticed', async () => {
  const { sheet, notices } = await read(
    sheetData(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="0">A1*2</f><v>4</v></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>',
    ),
  )
  const cells = sheet.rows.flatMap((row) => row.cells)
  assert.deepEqual(
    cells.map((cell) => [cell?.kind, cell?.value, cell?.formula]),
    [
      ['number', 2, '1+1'],
      ['blank', null, 'NOW()'],
      ['blank', null, '""'],
      ['error', '#DIV/0!', '1/0'],
      ['number', 4, 'A1*2'],
      ['number', 0, 'A1*2'],
    ],
  )
  assert.deepEqual(notices, [{ code: 'formula_without_value', sheet: 'S', cell: 'B1' }])
})

test('booleans, errors, ISO days, numbers as text', async () => {
  const { sheet } = await read(
    sheetData(
      '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2022-03-14T00:00:00</v></c><c t="d"><v>2022-02-30</v></c><c><v>0.30000000000000004</v></c><c><v>1.5E-3</v></c><c><v>110101199001011234</v></c><c><v>n.v.</v></c></row>',
    ),
  )
  assert.deepEqual(
    sheet.rows[0]?.cells.map((cell) => [cell?.kind, cell?.text]),
    [
      ['boolean', 'TRUE'],
      ['error', '#N/A'],
      ['date', '2022-03-14'],
      ['text', '2022-02-30'],
      ['number', '0.3'],
      ['number', '0.0015'],
      ['number', '110101199001011234'],
      ['text', 'n.v.'],
    ],
  )
})

test('merges, hidden rows and columns, widths, an active filter', async () => {
  const { sheet } = await read(
    worksheet(
      '<cols><col min="1" max="1" width="8.5"/><col min="2" max="3" width="0" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>' +
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" ht="0"><c r="A3"><v>3</v></c></row></sheetData>' +
        '<autoFilter ref="A1:D3"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>' +
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:XFD1048576"/><mergeCell ref="A9:B9"/></mergeCells>',
    ),
  )
  assert.deepEqual(sheet.merges, [
    { top: 1, left: 0, bottom: 2, right: 1 },
    { top: 1, left: 2, bottom: 3, right: 3 },
  ])
  assert.deepEqual(sheet.hiddenColumns, [1, 2, 3])
  assert.deepEqual(sheet.columnWidths, { 0: 8.5 })
  assert.deepEqual(
    sheet.rows.map(({ hidden }) => hidden),
    [false, true, true],
  )
  assert.equal(sheet.filtered, true)
})

test('a filter without criteria hides nothing', async () => {
  const { sheet } = await read(
    worksheet('<sheetData><row><c><v>1</v></c></row></sheetData><autoFilter ref="A1:A1"/>'),
  )
  assert.equal(sheet.filtered, false)
})

test('comments, threads in their place, comments on empty cells', async () => {
  const { sheet } = await read(sheetData('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'), {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({
      '../comments1.xml': 'comments',
      '/xl/threadedComments/threadedComment1.xml': 'threadedComment',
    }),
    'xl/comments1.xml':
      '<comments><commentList><comment ref="A2"><text><r><rPr><b/></rPr><t>张三:</t></r><r><t>\n已核</t></r></text></comment><comment ref="B2"><text><t>[Threaded comment] your version is too old</t></text></comment><comment ref="C1"><text><t>空</t></text></comment></commentList></comments>',
    'xl/threadedComments/threadedComment1.xml':
      '<ThreadedComments><threadedComment ref="B2" id="{1}"><text>多少?</text></threadedComment><threadedComment ref="B2" parentId="{1}"><text>三亿</text></threadedComment></ThreadedComments>',
  })
  assert.deepEqual(
    sheet.rows.map(({ number, cells }) => [number, cells.map((cell) => [cell?.kind, cell?.note])]),
    [
      [
        1,
        [
          [undefined, undefined],
          [undefined, undefined],
          ['blank', '空'],
        ],
      ],
      [
        2,
        [
          ['number', '张三:\n已核'],
          ['number', '多少?\n三亿'],
        ],
      ],
    ],
  )
})

test('strict namespaces, prefixed elements, odd prefixes of attributes', async () => {
  const { texts, sheet } = await read(
    '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A1"/></x:mergeCells></x:worksheet>',
    {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="甲" q:id="rId1" state="hidden"/></x:sheets></x:workbook>',
      'xl/sharedStrings.xml': '<x:sst xmlns:x="m"><x:si><x:t>好</x:t></x:si></x:sst>',
    },
  )
  assert.deepEqual(texts, [['好']])
  assert.equal(sheet.name, '甲')
  assert.equal(sheet.hidden, true)
})

test('what stands in extensions is not taken for cells', async () => {
  const { sheet } = await read(
    worksheet(
      '<sheetData><row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row></sheetData><extLst><ext><extLst/><filterColumn/><row><c><v>8</v></c></row></ext></extLst>',
    ),
  )
  assert.deepEqual(
    sheet.rows.map(({ cells }) => cells.map((cell) => cell?.value)),
    [[1]],
  )
  assert.equal(sheet.filtered, false)
})

test('entry names with backslashes and other cases', async () => {
  const parts = bookParts(sheetData('<row><c><v>1</v></c></row>')).map((part) => ({
    ...part,
    name: part.name.replaceAll('/', '\\').replace('sheet1', 'Sheet1'),
  }))
  const { sheets } = await readWorkbook(await fileOf(rawZip(parts)))
  assert.equal(sheets[0]?.rows.length, 1)
})

test('UTF-16 parts and a byte order mark', async () => {
  const sheet = sheetData('<row><c t="inlineStr"><is><t>好</t></is></c></row>')
  for (const data of [Buffer.from(`\ufeff${sheet}`, 'utf16le'), Buffer.from(`\ufeff${sheet}`)]) {
    const parts = bookParts('').map((part) => (part.name.includes('sheet1') ? { ...part, data } : part))
    const { sheets } = await readWorkbook(await fileOf(rawZip(parts)))
    assert.equal(sheets[0]?.rows[0]?.cells[0]?.value, '好')
  }
})

test('macros, links to other files and charts are left alone and said', async () => {
  const { notices, sheets } = await read(sheetData('<row><c><v>1</v></c></row>'), {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/><sheet name="图" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships({
      'worksheets/sheet1.xml': 'worksheet',
      'chartsheets/sheet1.xml': 'chartsheet',
      'externalLinks/externalLink1.xml': 'externalLink',
      'vbaProject.bin': 'vbaProject',
    }),
    'xl/vbaProject.bin': 'x',
  })
  assert.deepEqual(notices, [
    { code: 'macros_ignored' },
    { code: 'external_links_ignored' },
    { code: 'sheet_ignored', sheet: '图', message: 'chartsheet' },
  ])
  assert.equal(sheets.length, 1)
})

test('a text longer than a cell holds is cut and said', async () => {
  const { sheet, notices } = await read(
    sheetData(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c></row>`),
  )
  assert.equal(sheet.rows[0]?.cells[0]?.text.length, 32_767)
  assert.deepEqual(notices, [{ code: 'text_cut', sheet: 'S' }])
})
