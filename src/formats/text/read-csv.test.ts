import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { fileOf } from '../fixtures/small-book.ts'
import { readWorkbook } from '../read-workbook.ts'
import { RecordSplitter, splitRecords } from './records.ts'

const read = async (content: string | Buffer) => {
  const { format, notices, sheets } = await readWorkbook(await fileOf(content))
  assert.equal(format, 'csv')
  return { notices, rows: sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text)) }
}

const table = '项目名称,投资额(亿元),备注\r\n传化智联,12.5,"含""二期"",待定"\r\n有机硅,3,\r\n'
const rows = [
  ['项目名称', '投资额(亿元)', '备注'],
  ['传化智联', '12.5', '含"二期",待定'],
  ['有机硅', '3'],
]

test('one table in every character set an office uses', async () => {
  const certain: [string, Buffer][] = [
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16 with mark', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16 big-endian', iconv.encode(table, 'utf-16be', { addBOM: true })],
  ]
  for (const [name, bytes] of certain) assert.deepEqual(await read(bytes), { rows, notices: [] }, name)
  const guesses: [string, Buffer][] = [
    ['GB18030', iconv.encode(table, 'gb18030')],
    ['GB18030', iconv.encode(table, 'gbk')],
    ['UTF-16LE', Buffer.from(table.replace(',备注', ',remark 1234'), 'utf16le')],
  ]
  for (const [name, bytes] of guesses) {
    const found = await read(bytes)
    assert.deepEqual(found.notices, [{ code: 'encoding_guessed', message: name }])
    assert.equal(found.rows?.[1]?.[0], '传化智联')
  }
})

test('characters only GB18030 has', async () => {
  const { rows: found } = await read(iconv.encode('姓名,地\n㐂𠮷,杭', 'gb18030'))
  assert.deepEqual(found, [
    ['姓名', '地'],
    ['㐂𠮷', '杭'],
  ])
})

test('GBK words that are valid UTF-8 are still read as Chinese; café is not', async () => {
  const words = iconv.encode('通讯,统一液压\n', 'gbk')
  assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(words), 'the trap is real')
  assert.equal((await read(words)).rows?.[0]?.[0], '通讯')
  assert.deepEqual(await read('café,naïve\n'), { rows: [['café', 'naïve']], notices: [] })
})

test('a few damaged bytes are said, not guessed away', async () => {
  const bytes = Buffer.concat([Buffer.from(table.repeat(20)), Buffer.from([0xff, 0x2c, 0x31])])
  const { notices, rows: found } = await read(bytes)
  assert.equal(found?.[1]?.[0], '传化智联')
  assert.deepEqual(notices, [
    { code: 'encoding_guessed', message: 'UTF-8' },
    { code: 'unreadable_characters', message: '1' },
  ])
})

test('a file cut inside its last character', async () => {
  const bytes = Buffer.from('甲,乙\n丙,丁')
  const { rows: found } = await read(bytes.subarray(0, bytes.length - 1))
  assert.deepEqual(found, [
    ['甲', '乙'],
    ['丙', '\ufffd'],
  ])
})

test('commas, semicolons and tabs are found, title lines or not', async () => {
  for (const delimiter of [',', ';', '\t']) {
    const text = [
      '一览表（截至6月）',
      '',
      ...Array.from({ length: 5 }, (_, row) => `a${row}${delimiter}1.5${delimiter}"x, y; z"`),
    ].join('\n')
    assert.deepEqual((await read(text)).rows?.[1], ['a0', '1.5', 'x, y; z'], delimiter)
  }
  assert.deepEqual((await read('sep=;\n1,5;2,5\n')).rows, [['1,5', '2,5']])
})

test('nothing is evaluated or turned into a number', async () => {
  const { rows: found } = await read('=1+2,00123,"=""0012""",1E5\n')
  assert.deepEqual(found, [['=1+2', '00123', '0012', '1E5']])
})

test('row numbers count blank lines, as a spreadsheet would', async () => {
  const { sheets } = await readWorkbook(await fileOf('a\n\n\nb\n'))
  assert.deepEqual(
    sheets[0]?.rows.map(({ number }) => number),
    [1, 4],
  )
})

test('a quote that never closes is said with its line', async () => {
  const { notices } = await read('a,b\n1,"x\n2,3\n')
  assert.deepEqual(notices, [{ code: 'unclosed_quote', message: '2' }])
})

test('odd quotes are taken as they stand', () => {
  assert.deepEqual(splitRecords('5" pipe,"a"b,""\r"x\r\ny"\n', ','), [['5" pipe', 'ab', ''], ['x\r\ny']])
})

test('what is written by the rules is read back, however it is cut into pieces', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '文', ',', '"', '\n', '\r', ' ') })
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      (records, size) => {
        const text = records
          .map((fields) => fields.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        const found: string[][] = []
        const splitter = new RecordSplitter(',', (fields) => found.push(fields))
        for (let at = 0; at < text.length; at += size) splitter.write(text.slice(at, at + size))
        splitter.end()
        assert.deepEqual(found, records)
      },
    ),
  )
})
