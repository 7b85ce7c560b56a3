import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Words } from '../../../web/i18n/index.ts'
import { checkSentence, markSentence } from './reasons.ts'
import { matchingTexts } from './texts.ts'

/** The Chinese texts without the machinery that the page has around them. */
const t = ((key: string, values: Record<string, string> = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    key.split('.').reduce<unknown>((texts, part) => (texts as never)[part], matchingTexts.zh) as string,
  )) as unknown as Words

test('a kind of space that is not looked for is told by its word', () => {
  const check = {
    ...{ rule: 'need.kind', words: null, standing: 'fail' as const, required: ['parcel'], offered: 'room' },
    ...{ difference: null, unit: '' },
  }
  assert.equal(checkSentence(check, t, 'zh'), '空间类型：不满足，现为 厂房楼宇')
})

test('by the mu of rooms is by the mu of their floor, and says so', () => {
  const mark = {
    ...{ criterion: 'tax' as const, state: 'known' as const, figure: 200, from: [300, 1.5] },
    ...{ mark: 1, weight: 3, points: 0.2 },
  }
  assert.equal(markSentence(mark, 'parcel', t), '200 万元/亩（300 万元 ÷ 1.5 亩）')
  assert.equal(markSentence(mark, 'rooms', t), '200 万元/亩（300 万元 ÷ 建筑面积 1.5 亩）')
})
