import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateParts } from './date-parts.ts'

test('a date in a text is told from the words around it, and nothing is lost', () => {
  const cases: readonly [string, string[]][] = [
    ['注册 01-25', ['注册 ', '01-25', '']],
    ['2022-03-01 开工，3-5 月打桩', ['', '2022-03-01', ' 开工，', '3-5', ' 月打桩']],
    ['桩基施工 60%', ['桩基施工 60%']],
    ['A-B 楼封顶', ['A-B 楼封顶']],
    ['', ['']],
  ]
  for (const [text, parts] of cases) {
    assert.deepEqual(dateParts(text), parts)
    assert.equal(parts.join(''), text)
  }
})
