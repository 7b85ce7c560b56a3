import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pinyinOf } from './pinyin.ts'
import { queryTokens, searchTerms, searchTextOf, tokensOf } from './search-tokens.ts'

const zone = 'zone-a'
const chuanhua = '传化年产68万吨有机硅及高端精细化工产品项目'

/** What the database does: all tokens of one list, then the substring. */
function finds(fields: string[], query: string, inZone = zone): boolean {
  const search = searchTextOf(fields)
  const held = new Set(tokensOf(zone, search))
  const asked = queryTokens(inZone, query)
  return (
    [
      [asked.textTokens, search.text],
      [asked.pinyinTokens, search.pinyin],
      [asked.initialsTokens, search.initials],
    ] as const
  ).some(
    ([tokens, text]) =>
      tokens.length > 0 && tokens.every((token) => held.has(token)) && text.includes(asked.normalised),
  )
}

test('readings follow words', () => {
  const cases: [string, string, string][] = [
    ['重庆', 'chongqing', 'cq'],
    ['萧山', 'xiaoshan', 'xs'],
    ['传化', 'chuanhua', 'ch'],
    ['有机硅', 'youjigui', 'yjg'],
    ['浙大 CMOS 平台（一期）', 'zhedacmospingtaiyiqi', 'zdcmosptyq'],
    ['绿色智造', 'lvsezhizao', 'lszz'],
    ['ＡＢ12', 'ab12', 'ab12'],
    ['', '', ''],
    ['——', '', ''],
  ]
  for (const [text, full, initials] of cases) assert.deepEqual(pinyinOf(text), { full, initials }, text)
})

test("characters, pinyin and initials all find 传化's project", () => {
  for (const query of [
    '传化',
    'chuanhua',
    'ch',
    '有机硅',
    'yjg',
    '机硅',
    'ＹＪＧ',
    'Chuan Hua',
    '68万',
    '硅',
    '万 吨',
  ])
    assert.ok(finds([chuanhua], query), query)
  for (const query of ['荣盛', 'rongsheng', 'yjx', '硅有', '化传'])
    assert.ok(!finds([chuanhua], query), query)
})

test('a query does not reach over the end of a field, or into another zone', () => {
  assert.ok(!finds(['传化', '有机硅'], '化有'))
  assert.ok(finds(['传化', '有机硅'], '有机'))
  assert.ok(!finds([chuanhua], '传化', 'zone-b'))
})

test('brackets of parcel numbers do not matter', () => {
  assert.ok(finds(['萧政工出〔2023〕51号'], '[2023]51'))
})

test('nothing to look for is said plainly', () => {
  for (const query of ['', ' ', 'a', '\n'])
    assert.deepEqual(
      [queryTokens(zone, query).textTokens, queryTokens(zone, query).pinyinTokens],
      [[], []],
      JSON.stringify(query),
    )
  assert.deepEqual(searchTerms(' 传化  ＹＪＧ 传化 '), ['传化', 'yjg'])
})

test('hashes never change: stored tokens depend on them', () => {
  assert.deepEqual(
    tokensOf('z', { text: '传化', pinyin: 'ch', initials: '' }),
    [-652546423, 165979203, 708115889, 1907836480],
  )
})

const letters = fc.constantFrom(...'传化年产万吨有机硅精细化工68aB（〔—· éＡ', '𠮷')
const names = fc.array(letters, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''))

test('every part of two or more characters has its tokens within the whole', () => {
  fc.assert(
    fc.property(
      fc.array(names, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(30),
      fc.nat(30),
      (fields, which, from, length) => {
        const field = fields[which % fields.length] ?? ''
        const part = field.slice(from, from + length)
        const asked = queryTokens(zone, part)
        fc.pre(asked.normalised.length >= 2)
        assert.ok(finds(fields, part), part)
        const held = tokensOf(zone, searchTextOf(fields))
        assert.deepEqual(
          held,
          [...new Set(held)].sort((a, b) => a - b),
        )
        assert.ok(held.every((token) => token === (token | 0)))
      },
    ),
    { numRuns: 1000 },
  )
})

test('every part of a reading finds the row', () => {
  fc.assert(
    fc.property(
      names,
      fc.nat(60),
      fc.integer({ min: 2, max: 60 }),
      fc.boolean(),
      (name, from, length, short) => {
        const reading = short ? pinyinOf(name).initials : pinyinOf(name).full
        const part = reading.slice(from, from + length)
        fc.pre(part.length >= 2)
        assert.ok(finds([name], part), `${name} ${part}`)
      },
    ),
    { numRuns: 1000 },
  )
})

test('reads 10,000 names of 30 characters within 1.5 s of processor time', () => {
  const list = Array.from({ length: 10_000 }, (_, at) => `${at}${chuanhua}杭州萧山重庆银行智能`.slice(0, 30))
  const before = process.cpuUsage()
  for (const name of list) pinyinOf(name)
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 1_500_000, `${(user + system) / 1000} ms`)
})
