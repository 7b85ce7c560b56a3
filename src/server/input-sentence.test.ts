import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputSentence } from './input-sentence.ts'

const sentence = (pattern: string, areaM2: string) =>
  inputSentence(
    {
      validation: [{ keyword: 'pattern', instancePath: '/areaM2', params: { pattern } }],
      validationContext: 'body',
    } as never,
    { body: { areaM2 } },
  )

test('a figure of too many digits is told how many it may have, not the pattern', () => {
  assert.deepEqual(sentence('^\\d{1,10}(\\.\\d{1,4})?$', '33.33333'), {
    zh: '“areaM2”的值“33.33333”：应为数字，不带负号，整数部分最多 10 位，小数最多 4 位。',
    en: '“areaM2”, “33.33333”, must be a number without a sign, of 10 digits before the point and 4 after it at most.',
  })
  assert.match(
    sentence('^-?\\d{1,14}(\\.\\d{1,6})?$', 'x').zh,
    /：应为数字，整数部分最多 14 位，小数最多 6 位。$/,
  )
  assert.match(
    sentence('^(?=.*[1-9])\\d{1,9}(\\.\\d{1,2})?$', '0').en,
    /must be a number above nought, of 9 /,
  )
  assert.match(sentence('^a[0-4]$', 'x').zh, /写法应为 \^a\[0-4\]\$。$/)
})
