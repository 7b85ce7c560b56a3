import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parcelKey, parcelKeysIn } from './number-key.ts'

test('one parcel, however its number is written', () => {
  for (const written of [
    '萧政工出〔2023〕51号',
    '萧政工出[2023]51号',
    '萧政工出（2023）51号',
    ' 萧政工出【２０２３】 51 号 ',
    '萧政工出\u200b〔2023〕51号',
  ])
    assert.equal(parcelKey(written), '萧政工出〔2023〕51号')
  assert.equal(parcelKey('dk–1a'), 'DK-1A')
})

test('no number is no key', () => {
  for (const nothing of [null, undefined, '', '  ', '—', '/', '〔〕']) assert.equal(parcelKey(nothing), null)
})

test('a cell may name several', () => {
  assert.deepEqual(parcelKeysIn('萧政工出[2023]51号、萧政工出[2023]52号；dk3'), [
    '萧政工出〔2023〕51号',
    '萧政工出〔2023〕52号',
    'DK3',
  ])
  assert.deepEqual(parcelKeysIn(null), [])
})
