import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { encodeGbk, isGbk } from './gbk.ts'

test('what is written in GBK is read again, and as other programs write it', () => {
  const inGbk = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => isGbk(text))
  const chinese = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
  })
  fc.assert(
    fc.property(fc.oneof(inGbk, chinese), (text) => {
      const bytes = encodeGbk(text, () => '?')
      assert.equal(new TextDecoder('gbk').decode(bytes), text)
    }),
  )
  const usual = '，。（）〔2023〕51号①㎡℃αЖ゛々〇一丁龥'
  assert.deepEqual(
    encodeGbk(usual, () => '?'),
    iconv.encode(usual, 'gbk'),
  )
})

test('what it lacks has a stand-in', () => {
  assert.ok(!isGbk('a😀') && !isGbk('㐂') && isGbk('a甲'))
  assert.equal(encodeGbk('a😀b', (character) => `<${character.length}>`).toString('latin1'), 'a<2>b')
})
