import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseChineseDigits, parseChineseNumber, parseChineseOrdinal } from './chinese-numerals.ts'

test('reads numerals that have one reading', () => {
  const cases: [string, string][] = [
    ['五亿', '500000000'],
    ['三千万', '30000000'],
    ['一点五亿', '150000000'],
    ['一点二五千万', '12500000'],
    ['一亿二千万', '120000000'],
    ['一亿零五百万', '105000000'],
    ['两千三百万', '23000000'],
    ['十五', '15'],
    ['二十亿', '2000000000'],
    ['壹佰贰拾叁万肆仟伍佰', '1234500'],
    ['三万五千', '35000'],
    ['一百零五', '105'],
    ['一亿零五千', '100005000'],
    ['零', '0'],
    ['三万亿', '3000000000000'],
  ]
  for (const [text, expected] of cases) assert.equal(parseChineseNumber(text), expected, text)
})

test('refuses the short forms of speech and nonsense', () => {
  for (const text of [
    '三千五',
    '一亿二',
    '一亿五千',
    '三五亿',
    '二百五',
    '几亿',
    '',
    '亿',
    '万',
    '十十',
    '一百五',
    '零五',
    '五零',
    '一点',
    '点五',
  ])
    assert.equal(parseChineseNumber(text), undefined, text)
})

test('years digit by digit, months and days as ordinals', () => {
  assert.equal(parseChineseDigits('二〇二二'), '2022')
  assert.equal(parseChineseDigits('二零二二'), '2022')
  assert.equal(parseChineseDigits('二十'), undefined)
  const cases: [string, number][] = [
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿五', 25],
    ['三十一', 31],
    ['元', 1],
  ]
  for (const [text, expected] of cases) assert.equal(parseChineseOrdinal(text), expected, text)
})

test('whatever is written the formal way is read back', () => {
  const formal = (value: number): string => {
    const names = '零一二三四五六七八九'
    const four = (n: number) => {
      const text = String(n)
        .padStart(4, '0')
        .replace(/\d/g, (d, at: number) =>
          d === '0' ? '零' : names[Number(d)] + (['千', '百', '十', ''][at] ?? ''),
        )
      return text.replace(/零+/g, '零').replace(/零$/, '')
    }
    const [yi, wan, rest] = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
    const text = `${yi ? `${four(yi)}亿` : ''}${wan ? `${four(wan)}万` : yi && rest ? '零' : ''}${rest ? four(rest) : ''}`
    return text.replace(/零+/g, '零').replace(/^零/, '')
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      assert.equal(parseChineseNumber(formal(value)), String(value), formal(value))
    }),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
      if (value) assert.equal(parseChineseNumber(formal(value)), String(value), formal(value))
    }),
    { numRuns: 3000 },
  )
})

test('never throws', () => {
  const letters = fc
    .array(fc.constantFrom(...'零〇一二两三九十百千万亿点元廿'), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(letters, (text) => {
      const value = parseChineseNumber(text)
      assert.ok(value === undefined || /^\d+(\.\d+)?$/.test(value), `${text} ${value}`)
    }),
    { numRuns: 3000 },
  )
})
