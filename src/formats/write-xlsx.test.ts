import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { fromBufferPromise } from 'yauzl'
import { fileOf } from './fixtures/small-book.ts'
import { readWorkbook } from './read-workbook.ts'
import { type OutputNotice, type OutputSheet, type OutputValue, writeXlsx } from './write-xlsx.ts'

const written = async (sheets: OutputSheet[], properties = {}) => {
  const output = new PassThrough()
  const [bytes] = await Promise.all([buffer(output), writeXlsx(output, sheets, properties)])
  return bytes
}

const readBack = async (sheets: OutputSheet[], properties = {}) =>
  readWorkbook(await fileOf(await written(sheets, properties)))

const partOf = async (bytes: Buffer, path: string) => {
  for await (const entry of (await fromBufferPromise(bytes, { lazyEntries: true })).eachEntry()) {
    // Reading needs the file still open, so the part is read before the next entry is asked for.
    if (entry.fileName === path) return new TextDecoder().decode(await partBytes(bytes, path))
  }
  throw new Error(`no part ${path}`)
}

const partBytes = async (bytes: Buffer, path: string) => {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === path) return buffer(await zip.openReadStreamPromise(entry))
  }
  throw new Error(`no part ${path}`)
}

const columns = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `列${index}` }))

test('a sheet as an office wants it', async () => {
  const bytes = await written([
    {
      name: '台账',
      titleRows: ['一览表'],
      columns: [
        { title: '名称', width: 24, format: 'text' },
        { title: '金额', format: 'decimal2' },
        { title: '日期', format: 'date' },
        { title: '占比', format: 'percent1' },
      ],
      frozenRows: 2,
      frozenColumns: 1,
      autoFilter: true,
      rows: [
        ['传化', { decimal: '1234567.8901' }, { date: '2022-03-14' }, { decimal: '0.125' }],
        [null, null, { date: '2022-03-14T08:30:00' }],
      ],
    },
  ])
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  assert.match(
    sheet,
    /<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"\/>/,
  )
  assert.match(sheet, /<autoFilter ref="A2:D4"\/>/)
  assert.match(sheet, /<v>1234567\.8901<\/v>/)
  assert.match(
    await partOf(bytes, 'xl/workbook.xml'),
    /_FilterDatabase" localSheetId="0" hidden="1">'台账'!\$A\$2:\$D\$4</,
  )

  const { sheets, notices } = await readWorkbook(await fileOf(bytes))
  const found = sheets[0]
  assert.deepEqual(notices, [])
  assert.deepEqual(
    found?.rows.map(({ cells }) => cells.map((cell) => cell?.text)),
    [
      ['一览表'],
      ['名称', '金额', '日期', '占比'],
      ['传化', '1234567.8901', '2022-03-14', '12.5%'],
      [undefined, undefined, '2022-03-14 08:30:00'],
    ],
  )
  assert.deepEqual(
    found?.rows[2]?.cells.map((cell) => cell?.format),
    [undefined, '#,##0.00', 'yyyy\\-mm\\-dd', '0.0%'],
  )
  assert.equal(found?.rows[3]?.cells[2]?.value, '2022-03-14T08:30:00')
  assert.deepEqual(found?.merges, [{ top: 1, left: 0, bottom: 1, right: 3 }])
  assert.equal(found?.columnWidths[0], 24)
  assert.equal(found?.filtered, false)
})

test('every cell has its thin border, numbers are shown as told, and a total stands outside the filter', async () => {
  const bytes = await written([
    {
      name: 'S',
      columns: [
        { title: '名称', format: 'text' },
        { title: '金额', format: 'grouped' },
        { title: '强度', format: 'decimal1' },
      ],
      autoFilter: true,
      rows: [['甲', { decimal: '1280' }, null]],
      totalRow: () => ['合计', { decimal: '1280' }],
    },
  ])
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  const styles = await partOf(bytes, 'xl/styles.xml')
  const xfs = [...(styles.match(/<cellXfs.*<\/cellXfs>/)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
    ([xf]) => xf,
  )
  assert.match(styles, new RegExp(`<cellXfs count="${xfs.length}">`))
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d)" s="(\d+)"/g)]
  assert.deepEqual(
    cells.map(([, cell]) => cell),
    ['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3'],
  )
  for (const [text, , style] of cells) assert.match(xfs[Number(style)] ?? '', /borderId="1"/, text)
  assert.match(sheet, /<autoFilter ref="A1:C2"\/>/)
  assert.match(xfs[Number(cells[8]?.[2])] ?? '', /numFmtId="168" fontId="1"/)
})

test('few columns are fitted to the width of an A3 page; many go on beside, with what names a row', async () => {
  const page = async (count: number) => {
    const bytes = await written([
      { name: 'S', columns: columns(count), frozenRows: 1, frozenColumns: 1, rows: [['甲']] },
    ])
    return [await partOf(bytes, 'xl/worksheets/sheet1.xml'), await partOf(bytes, 'xl/workbook.xml')] as const
  }
  const [few, fewBook] = await page(20)
  assert.match(
    few,
    /<pageSetUpPr fitToPage="1"\/>.*<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"\/>/,
  )
  const [many, manyBook] = await page(21)
  assert.doesNotMatch(many, /fitToPage/)
  assert.match(
    many,
    /<pageSetup paperSize="8" scale="70" pageOrder="overThenDown" orientation="landscape"\/>/,
  )
  for (const book of [fewBook, manyBook])
    assert.match(book, /Print_Titles" localSheetId="0">'S'!\$A:\$A,'S'!\$1:\$1</)
})

test('text that begins like a formula is a quoted text cell, in headers too', async () => {
  const texts = ['=1+2', '+86', '-5', '@x', '\tx', '\rx', '=HYPERLINK("http://x","y")']
  const bytes = await written([
    { name: 'S', columns: [{ title: '=cmd' }], rows: texts.map((text) => [text]) },
  ])
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  const styles = await partOf(bytes, 'xl/styles.xml')
  const cellStyles = [...(styles.match(/<cellXfs.*<\/cellXfs>/)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
    ([style]) => style,
  )
  assert.doesNotMatch(sheet, /<f>/)
  const cells = [...sheet.matchAll(/<c r="\w+" s="(\d+)" t="(\w+)">/g)]
  assert.equal(cells.length, texts.length + 1)
  for (const [, style, type] of cells) {
    assert.equal(type, 'inlineStr')
    assert.match(cellStyles[Number(style)] ?? '', /quotePrefix="1"/)
  }
  const { sheets } = await readWorkbook(await fileOf(bytes))
  assert.deepEqual(
    sheets[0]?.rows.slice(1).map(({ cells: [cell] }) => [cell?.kind, cell?.value, cell?.formula]),
    texts.map((text) => ['text', text, undefined]),
  )
})

test('what is written is what is read', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => ({ date: date.toISOString().slice(0, 10) }))
  const decimal = fc
    .tuple(fc.integer(), fc.nat(9999))
    .map(([whole, part]) => ({ decimal: `${whole}.${String(part).padStart(4, '0')}` }))
  const integer = fc.integer()
  const value: fc.Arbitrary<OutputValue> = fc.oneof(text, day, decimal, integer, fc.constant(null))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
      async (rows) => {
        const { sheets } = await readBack([{ name: 'S', columns: columns(3), rows }])
        const found = new Map(sheets[0]?.rows.map((row) => [row.number, row.cells]))
        rows.forEach((values, index) => {
          for (const [column, one] of values.entries()) {
            assert.deepEqual(plain(found.get(index + 2)?.[column]), expected(one))
          }
        })
      },
    ),
    { numRuns: 60 },
  )
})

const plain = (cell: { kind: string; value: unknown; text: string } | undefined) =>
  cell && (cell.kind === 'number' ? ['number', Number(cell.value), cell.text] : [cell.kind, cell.value])

const expected = (value: OutputValue) => {
  if (value === null) return undefined
  if (typeof value === 'string') return ['text', value]
  if (typeof value === 'number') return ['number', value, String(value)]
  if ('date' in value) return ['date', value.date]
  const tidy = value.decimal.replace(/\.?0+$/, '').replace(/^-0$/, '0')
  return ['number', Number(tidy), tidy]
}

test('what XML cannot carry is left out; carriage returns and look-alikes survive', async () => {
  const { sheets } = await readBack([
    {
      name: 'S',
      columns: columns(3),
      rows: [['a\u0000\u0008b\ud800c\ufffe', 'x\r\ny\tz ', '_x000D_ <&>"\'']],
    },
  ])
  assert.deepEqual(
    sheets[0]?.rows[1]?.cells.map((cell) => cell?.value),
    ['abc', 'x\r\ny\tz ', '_x000D_ <&>"\''],
  )
})

test('what does not fit is cut or left out, and said', async () => {
  const notices: OutputNotice[] = []
  const { sheets } = await readBack(
    [
      {
        name: 'S',
        columns: columns(2),
        rows: [
          [`${'长'.repeat(32_766)}😀尾`, Number.NaN],
          ['x', Number.POSITIVE_INFINITY],
        ],
      },
    ],
    { onNotice: (notice: OutputNotice) => notices.push(notice) },
  )
  assert.equal(sheets[0]?.rows[1]?.cells[0]?.text, '长'.repeat(32_766))
  assert.deepEqual(notices, [
    { code: 'text_cut', sheet: 'S', cell: 'A2' },
    { code: 'number_left_out', sheet: 'S', cell: 'B2' },
    { code: 'number_left_out', sheet: 'S', cell: 'B3' },
  ])
})

test('sheet names Excel accepts, each its own', async () => {
  const names = ['战/区:一', '战 区 一', '', "'x'", '很'.repeat(40), '很'.repeat(35)]
  const { sheets } = await readBack(names.map((name) => ({ name, columns: columns(1), rows: [] })))
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['战 区 一', '战 区 一 (2)', 'Sheet', 'x', '很'.repeat(31), `${'很'.repeat(27)} (2)`],
  )
})

test('days before Excel counts are text; days that do not exist are an error', async () => {
  const { sheets } = await readBack([{ name: 'S', columns: columns(1), rows: [[{ date: '1899-12-31' }]] }])
  assert.equal(sheets[0]?.rows[1]?.cells[0]?.value, '1899-12-31')
  await assert.rejects(
    written([{ name: 'S', columns: columns(1), rows: [[{ date: '2022-02-30' }]] }]),
    TypeError,
  )
  await assert.rejects(written([{ name: 'S', columns: columns(1), rows: [[{ decimal: '1,5' }]] }]), TypeError)
  await assert.rejects(written([]), RangeError)
})

test('rows are asked for only as fast as the output takes them', async () => {
  let asked = 0
  async function* rows() {
    for (; asked < 200_000; asked++) yield [`${asked} ${Math.random()} ${Math.random()}`]
  }
  let taken = 0
  const stuck = new Writable({
    highWaterMark: 16 * 1024,
    write: (chunk: Buffer, _encoding, done) => {
      taken += chunk.length
      if (taken < 100_000) done()
    },
  })
  const writing = writeXlsx(stuck, [{ name: 'S', columns: columns(1), rows: rows() }])
  for (let before = -1; asked !== before; await wait(500)) before = asked
  assert.ok(asked < 100_000, `${asked} rows were taken`)
  stuck.destroy()
  await assert.rejects(writing)
})

test('an output that goes away closes the rows', async () => {
  let closed = false
  async function* rows() {
    try {
      for (;;) yield [`${Math.random()}`]
    } finally {
      closed = true
    }
  }
  const output = new PassThrough()
  let taken = 0
  output.on('data', (chunk: Buffer) => {
    taken += chunk.length
    if (taken > 100_000) output.destroy()
  })
  const sheet = { name: 'S', columns: columns(1), rows: rows() }
  await assert.rejects(writeXlsx(output, [sheet, { ...sheet, name: 'T' }]))
  await wait(50)
  assert.equal(closed, true)
})

test('rows that fail make the writing fail', async () => {
  async function* rows() {
    yield ['x']
    throw new Error('the cursor was lost')
  }
  const path = await fileOf('')
  await assert.rejects(
    writeXlsx(createWriteStream(path), [{ name: 'S', columns: columns(1), rows: rows() }]),
    /the cursor was lost/,
  )
})
