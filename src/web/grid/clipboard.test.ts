import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { formatHtml, formatTsv, parseTsv, pasteSize } from './clipboard.ts'

const field = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '，', ' '), maxLength: 8 }),
)
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, cols]) =>
    fc.array(fc.array(field, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
  )
  .map((rows) => rows.map((row) => row.map((text) => text.replaceAll('\r', ''))))

it('reads back whatever it writes', () => {
  fc.assert(fc.property(matrix, (rows) => assert.deepEqual(parseTsv(formatTsv(rows)), rows)))
})

it('reads any text into a full rectangle, without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'x') }), (text) => {
      const rows = parseTsv(text)
      assert(rows.length >= 1 && rows.every((row) => row.length === rows[0]?.length))
      const kept = (s: string) => s.replaceAll(/[^x]/g, '')
      assert.equal(kept(rows.flat().join('')), kept(text))
    }),
  )
})

it('reads what Excel puts on the clipboard', () => {
  assert.deepEqual(parseTsv('1\t"甲\n乙 ""丙"""\r\n2\tx\r\n'), [
    ['1', '甲\n乙 "丙"'],
    ['2', 'x'],
  ])
  assert.deepEqual(parseTsv('5" 管\t"原样"\r\n'), [['5" 管', '"原样"']])
  assert.deepEqual(parseTsv('a\n\nb'), [['a'], [''], ['b']])
  assert.deepEqual(parseTsv('a\tb\nc'), [
    ['a', 'b'],
    ['c', ''],
  ])
  assert.deepEqual(parseTsv('"未完\tb'), [['"未完', 'b']])
})

it('marks text columns in the table, so that codes stay text', () => {
  const html = formatHtml([['0012', '<1>\n2']], [true, false])
  assert.equal(
    html,
    `<table><tr><td style="mso-number-format:'\\@'">0012</td><td>&lt;1&gt;<br>2</td></tr></table>`,
  )
})

it('repeats the clipboard along each side the selection is a multiple of', () => {
  assert.deepEqual(pasteSize({ lines: 4, cols: 3 }, { lines: 1, cols: 1 }), { lines: 4, cols: 3 })
  assert.deepEqual(pasteSize({ lines: 6, cols: 1 }, { lines: 2, cols: 3 }), { lines: 6, cols: 3 })
  assert.deepEqual(pasteSize({ lines: 5, cols: 2 }, { lines: 2, cols: 2 }), { lines: 2, cols: 2 })
})
