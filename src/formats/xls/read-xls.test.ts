import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as XLSX from '@e965/xlsx'
import iconv from 'iconv-lite'
import { fileOf } from '../fixtures/small-book.ts'
import { readWorkbook } from '../read-workbook.ts'

const save = (book: XLSX.WorkBook, bookType: 'biff8' | 'biff5'): Buffer =>
  XLSX.write(book, { type: 'buffer', bookType })

const bookOf = (sheet: XLSX.WorkSheet) => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '台账')
  return book
}

/** One day under format 57. Made before anything is read: the library writes the formats of the last file read, too. */
const formatById = (() => {
  const sheet = XLSX.utils.aoa_to_sheet([[44621]])
  sheet['A1'].z = 'yyyy"x"'
  const bytes = save(bookOf(sheet), 'biff8')
  // Cell styles are records 0x00E0 of 20 bytes; the second number in them is the format, and only one has any.
  for (let at = bytes.indexOf('e0001400', 0, 'hex'); at >= 0; at = bytes.indexOf('e0001400', at + 1, 'hex')) {
    if (bytes.readUInt16LE(at + 6) > 0) bytes.writeUInt16LE(57, at + 6)
  }
  return bytes
})()

test('values, days, errors, merges and hidden sheets of Excel 97-2003', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([['名称', '日期', '金额'], ['传化', 44621, 0.1 + 0.2], [true]])
  const { B2: day } = sheet
  day.z = 'yyyy"年"m"月"'
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
  const book = bookOf(sheet)
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['x']]), '隐')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  const { format, sheets, notices } = await readWorkbook(await fileOf(save(book, 'biff8')))
  assert.equal(format, 'xls')
  assert.deepEqual(notices, [])
  assert.deepEqual(
    sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['台账', false],
      ['隐', true],
    ],
  )
  assert.deepEqual(
    sheets[0]?.rows.map(({ cells }) => cells.map((cell) => [cell?.kind, cell?.value, cell?.text])),
    [
      [
        ['text', '名称', '名称'],
        ['text', '日期', '日期'],
        ['text', '金额', '金额'],
      ],
      [
        ['text', '传化', '传化'],
        ['date', '2022-03-01', '2022年3月'],
        ['number', 0.1 + 0.2, '0.3'],
      ],
      [['boolean', true, 'TRUE']],
    ],
  )
  assert.deepEqual(sheets[0]?.merges, [{ top: 1, left: 0, bottom: 1, right: 1 }])
})

test('the code page of Excel 5 and 95', async () => {
  const bytes = save(bookOf(XLSX.utils.aoa_to_sheet([['ABCDEFGH', 1]])), 'biff5')
  // The library writes no Chinese there, so the text and the record that names the code page are put in by hand.
  iconv.encode('传化智联', 'gbk').copy(bytes, bytes.indexOf('ABCDEFGH'))
  const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'))
  assert.ok(codePage > 0)
  bytes.writeUInt16LE(936, codePage + 4)
  const { sheets } = await readWorkbook(await fileOf(bytes))
  assert.equal(sheets[0]?.rows[0]?.cells[0]?.text, '传化智联')
})

test('Chinese formats named by id only', async () => {
  const { sheets } = await readWorkbook(await fileOf(formatById))
  const cell = sheets[0]?.rows[0]?.cells[0]
  assert.deepEqual([cell?.kind, cell?.value, cell?.text], ['date', '2022-03-01', '2022年3月'])
})

test('a workbook of 1904', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([[43172]])
  sheet['A1'].z = 'yyyy/m/d'
  const book = bookOf(sheet)
  book.Workbook = { WBProps: { date1904: true } }
  const { sheets } = await readWorkbook(await fileOf(save(book, 'biff8')))
  assert.equal(sheets[0]?.rows[0]?.cells[0]?.value, '2022-03-14')
})
