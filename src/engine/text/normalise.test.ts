import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { coreName, foldForSearch, normaliseHeader, normaliseName, normaliseText } from './normalise.ts'

test('cells say the same through full-width forms and invisible characters', () => {
  assert.equal(normaliseText('　２０２２．３\u200b\u0000 '), '2022.3')
  assert.equal(normaliseText('9407㎡'), '9407m2')
  assert.equal(normaliseText('甲\r\n 乙'), '甲 乙')
})

test('parcel numbers compare through every bracket', () => {
  const expected = '萧政工出(2023)51号'
  for (const text of [
    '萧政工出〔2023〕51号',
    '萧政工出[2023]51号',
    '萧政工出（2023） 51号',
    '萧政工出【2023】51号',
  ])
    assert.equal(normaliseName(text), expected)
})

test('core names drop the legal form and 项目, and never all of the name', () => {
  assert.equal(coreName('传化智联股份有限公司'), '传化智联')
  assert.equal(coreName('年产3000吨农副食品加工项目'), '年产3000吨农副食品加工')
  assert.equal(coreName('万向集团公司'), '万向')
  assert.equal(coreName('项目'), '项目')
})

test('headers lose units and marks, not meaning', () => {
  const cases: [string, string][] = [
    ['总投资（亿元）', '总投资'],
    ['总投资\n(万元)', '总投资'],
    ['*项目名称（必填）', '项目名称'],
    ['其中：固投（亿元）', '固投'],
    ['总投资 / 其中：固投', '总投资/固投'],
    ['投资强度（万元/亩）', '投资强度'],
    ['用地（亩/㎡）', '用地'],
    ['总投资:亿元', '总投资'],
    ['总投资亿元', '总投资'],
    ['完成率（％）', '完成率'],
    ['开工时间（计划）', '开工时间(计划)'],
    ['备  注：', '备注'],
    ['签约时间（格式：2022-03）', '签约时间'],
    ['1亿元以上项目数（个）', '1亿元以上项目数'],
    ['1-3月完成投资（万元）', '1-3月完成投资'],
  ]
  for (const [header, expected] of cases) assert.equal(normaliseHeader(header), expected, header)
})

test('the fold of a part is a part of the fold', () => {
  const letters = fc.constantFrom(
    ...'传化年产68万吨〔〕（）—－–·•Ａéİß Σσς\u200b\u3000"“A１㎡①がﬁ',
    '𠮷',
    '\ud842',
  )
  const texts = fc.array(letters, { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.nat(30), fc.nat(30), (text, from, length) => {
      const part = text.slice(from, from + length)
      assert.ok(foldForSearch(text).includes(foldForSearch(part)), JSON.stringify([text, part]))
    }),
    { numRuns: 2000 },
  )
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      assert.equal(normaliseText(normaliseText(text)), normaliseText(text))
      assert.equal(normaliseName(normaliseName(text)), normaliseName(text))
      assert.equal(foldForSearch(foldForSearch(text)), foldForSearch(text))
    }),
    { numRuns: 2000 },
  )
})
