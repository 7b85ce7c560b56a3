import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import { packedZeros, type RawEntry, rawZip } from './fixtures/raw-zip.ts'
import { bookParts, fileOf, sheetData, smallBook, worksheet } from './fixtures/small-book.ts'
import type { WorkbookLimits } from './limits.ts'
import { readWorkbook, UnreadableFile } from './read-workbook.ts'

const refusal = async (content: string | Buffer, limits: Partial<WorkbookLimits> = {}) => {
  const path = await fileOf(content)
  try {
    await readWorkbook(path, limits)
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code, ...error.details }
    throw error
  }
  return { code: 'read' }
}

const oneCell = sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')

const withEntry = (entry: RawEntry) => rawZip([...bookParts(oneCell), entry])

const withSheet = (sheet: Partial<RawEntry>) =>
  rawZip(bookParts(oneCell).map((part) => (part.name.includes('sheet1') ? { ...part, ...sheet } : part)))

test('nothing in it', async () => {
  assert.deepEqual(await refusal(''), { code: 'empty_file' })
})

test('larger than the limit', async () => {
  assert.deepEqual(await refusal('a,b\n1,2', { fileBytes: 5 }), { code: 'too_large', bytes: 7, limit: 5 })
})

test('a gigabyte of zeros in a sheet', async () => {
  const bomb = withSheet({ packed: packedZeros(1024), claimedSize: 1024 ** 3 })
  assert.ok(bomb.length < 3 * 1024 ** 2)
  const { code } = await refusal(bomb)
  assert.equal(code, 'zip_bomb')
})

test('a gigabyte of zeros in an entry nobody reads', async () => {
  const bomb = withEntry({ name: 'media/x.bin', packed: packedZeros(1024), claimedSize: 1024 ** 3 })
  assert.equal((await refusal(bomb)).code, 'zip_bomb')
})

test('an entry that unpacks to more than it says', async () => {
  const bomb = withSheet({ packed: packedZeros(200), claimedSize: 1000 })
  assert.equal((await refusal(bomb)).code, 'zip_bomb')
})

test('entries that together unpack to more than the limit', async () => {
  const parts = [1, 2, 3].map((number) => ({
    name: `${number}`,
    packed: packedZeros(50),
    claimedSize: 50 * 1024 ** 2,
  }))
  const found = await refusal(rawZip([...bookParts(oneCell), ...parts]), { unpackedBytes: 120 * 1024 ** 2 })
  assert.equal(found.code, 'zip_bomb')
})

test('one part claimed by many sheets is counted each time', async () => {
  const sheets = Array.from({ length: 30 }, (_, index) => `<sheet name="S${index}" r:id="rId1"/>`).join('')
  const book = smallBook(worksheet(`<sheetData>${'<row/>'.repeat(2000)}</sheetData>`), {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
  })
  assert.equal((await refusal(book, { unpackedBytes: 100_000 })).code, 'zip_bomb')
})

test('paths that lead outside are never used', async () => {
  const path = await fileOf(withEntry({ name: '../../../tmp/evil.txt', data: 'x' }))
  const { notices, sheets } = await readWorkbook(path)
  assert.deepEqual(notices, [{ code: 'unsafe_name_ignored' }])
  assert.equal(sheets.length, 1)
})

test('ten thousand columns', async () => {
  const cells = Array.from({ length: 10_000 }, () => '<c><v>1</v></c>').join('')
  assert.deepEqual(await refusal(smallBook(sheetData(`<row>${cells}</row>`))), {
    code: 'too_many_columns',
    sheet: 'S',
    limit: 1000,
    cell: 'ALM1',
  })
  assert.equal((await refusal(`${'1,'.repeat(9999)}1`)).code, 'too_many_columns')
})

test('1,048,576 rows', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(1_048_576)
  assert.deepEqual(await refusal(smallBook(sheetData(rows))), {
    code: 'too_many_rows',
    sheet: 'S',
    limit: 200_000,
  })
})

test('1,048,576 rows of which three hundred say anything', async () => {
  const row = (number: number) =>
    `<row r="${number}"><c r="A${number}" s="1">${number <= 300 ? '<v>1</v>' : ''}</c></row>`
  const rows = Array.from({ length: 1_048_576 }, (_, index) => row(index + 1)).join('')
  const { sheets } = await readWorkbook(await fileOf(smallBook(sheetData(rows))))
  assert.equal(sheets[0]?.rows.length, 300)
})

test('more cells than the limit, over all sheets', async () => {
  const sheet = sheetData('<row><c><v>1</v></c><c><v>1</v></c></row>')
  const book = smallBook(sheet, {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets></workbook>',
  })
  assert.deepEqual(await refusal(book, { cells: 3 }), { code: 'too_many_cells', limit: 3 })
})

test('XML that is broken, cut or not of its character set', async () => {
  const part = 'xl/worksheets/sheet1.xml'
  for (const sheet of [
    '<worksheet><sheetData></worksheet>',
    '<worksheet><sheetData><row>',
    '',
    'no XML',
    '<a>&nbsp;</a>',
  ]) {
    const found = await refusal(smallBook(sheet))
    assert.deepEqual([found.code, 'part' in found && found.part], ['damaged', part], sheet)
  }
  const found = await refusal(withSheet({ data: Buffer.from('<worksheet>\xff\xfe</worksheet>', 'latin1') }))
  assert.equal(found.code, 'damaged')
})

test('an address no sheet has', async () => {
  for (const row of [
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="x"/>',
    '<row r="1"><c r="1A"><v>1</v></c></row>',
  ]) {
    assert.equal((await refusal(smallBook(sheetData(row)))).code, 'damaged', row)
  }
})

test('a shared string that is not there', async () => {
  const found = await refusal(smallBook(sheetData('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')))
  assert.deepEqual(found, {
    code: 'damaged',
    part: 'xl/worksheets/sheet1.xml',
    cell: 'A1',
    reason: 'shared string 7 is missing',
  })
})

test('document types: a billion laughs, a quadratic blow-up, a file from outside', async () => {
  const laughs =
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
  const quadratic = `<!DOCTYPE q [<!ENTITY a "${'x'.repeat(50_000)}">]><worksheet>${'&a;'.repeat(5_000)}</worksheet>`
  const outside = '<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
  for (const sheet of [laughs, quadratic, outside]) {
    assert.deepEqual(await refusal(smallBook(sheet)), {
      code: 'damaged',
      part: 'xl/worksheets/sheet1.xml',
      reason: 'document type',
    })
  }
})

test('a zip cut short, changed in the middle, or locked', async () => {
  const book = smallBook(oneCell)
  assert.equal((await refusal(book.subarray(0, book.length - 30))).code, 'damaged')
  assert.equal((await refusal(book.subarray(0, 40))).code, 'damaged')
  assert.deepEqual(await refusal(withSheet({ claimedSum: 1 })), {
    code: 'damaged',
    part: 'xl/worksheets/sheet1.xml',
    reason: 'checksum',
  })
  const cut = withSheet({
    packed: deflateRawSync(Buffer.from(oneCell)).subarray(0, 20),
    claimedSize: oneCell.length,
  })
  assert.equal((await refusal(cut)).code, 'damaged')
  assert.equal((await refusal(withSheet({ flags: 1 }))).code, 'password_protected')
})

test('a missing sheet part', async () => {
  const parts = bookParts(oneCell).filter(({ name }) => !name.includes('sheet1'))
  assert.equal((await refusal(rawZip(parts))).code, 'damaged')
})

test('workbooks locked with a password, new and old', async () => {
  const container = XLSX.CFB.utils.cfb_new({ root: 'R' })
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000))
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200))
  assert.deepEqual(await refusal(Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }))), {
    code: 'password_protected',
  })

  // BIFF8 with a FILEPASS record (0x2F) right after the beginning of the workbook.
  const old = XLSX.CFB.utils.cfb_new({ root: 'R' })
  const start = Buffer.from('0908100000060500000000000000000000000000', 'hex')
  const lock = Buffer.from('2f0036000100010001000000', 'hex')
  XLSX.CFB.utils.cfb_add(old, '/Workbook', Buffer.concat([start, lock, Buffer.alloc(5000)]))
  assert.deepEqual(await refusal(Buffer.from(XLSX.CFB.write(old, { type: 'buffer' }))), {
    code: 'password_protected',
  })
})

test('files that are something else are named', async () => {
  const word = XLSX.CFB.utils.cfb_new({ root: 'R' })
  XLSX.CFB.utils.cfb_add(word, '/WordDocument', Buffer.alloc(5000))
  const cases: [string | Buffer, string][] = [
    ['%PDF-1.7 x', 'pdf'],
    [Buffer.from('89504e470d0a1a0a00', 'hex'), 'picture'],
    [Buffer.from('1f8b0800', 'hex'), 'gzip'],
    [Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 37) % 256)), 'binary'],
    [Buffer.from(XLSX.CFB.write(word, { type: 'buffer' })), 'doc'],
    [rawZip([{ name: 'readme.txt', data: 'x' }]), 'zip'],
    [rawZip([{ name: 'word/document.xml', data: '<document/>' }]), 'docx'],
    [rawZip([{ name: 'content.xml', data: '<x/>' }]), 'opendocument'],
    [rawZip([{ name: 'xl/workbook.bin', data: 'x' }]), 'xlsb'],
    ['MIME-Version: 1.0\n\nx', 'mhtml'],
    ['<html><body>nothing here</body></html>', 'html'],
    ['<?xml version="1.0"?><a/>', 'xml'],
  ]
  for (const [content, kind] of cases)
    assert.deepEqual(await refusal(content), { code: 'not_a_workbook', kind }, kind)
})

test('an old workbook cut short', async () => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet(Array.from({ length: 500 }, () => ['文字', 1])),
    'S',
  )
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'biff8' })
  assert.equal((await refusal(bytes.subarray(0, 3000))).code, 'damaged')
})
