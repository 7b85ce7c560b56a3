import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaWords, lengthWords } from './measure-words.ts'

const t = (key: string, params: Record<string, string | number> = {}) =>
  `${key} ${Object.values(params).join(' ')}`

test('lengths in metres, then in kilometres', () => {
  assert.equal(lengthWords(523.4, t), 'metres 523')
  assert.equal(lengthWords(1523.4, t), 'kilometres 1.52')
  assert.equal(lengthWords(1_234_567, t), 'kilometres 1,234.57')
  assert.equal(lengthWords(0, t), 'metres 0')
})

test('a surface in 亩 and ㎡', () => {
  assert.equal(areaWords(10_000, t), 'muAndMetres 15.00 10,000')
  assert.equal(areaWords(1_234_567.8, t), 'muAndMetres 1,851.85 1,234,568')
  assert.equal(areaWords(0, t), 'muAndMetres 0.00 0')
})
