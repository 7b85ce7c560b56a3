import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingCodes, findingSentence } from './finding-words.ts'

test('everything that can be found of a row has its sentence in both languages, and none is said in vain', () => {
  const folder = new URL('model/', import.meta.url)
  const sources = readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const found = new Set([...sources.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map((match) => match[1] ?? ''))
  assert.deepEqual(
    findingCodes.filter((code) => !found.has(code) && code !== 'overlaps'),
    [],
  )
  const called = [...sources.matchAll(/(?:finding|leave)\(\s*'([a-z_]+)'/g)].map((match) => match[1] ?? '')
  assert.ok(called.length > 15)
  for (const code of called) {
    assert.ok(findingCodes.includes(code), code)
    const finding = { code, weight: 'warn' as const, cell: null, value: '甲', values: {} }
    assert.doesNotMatch(findingSentence(finding, 'en'), /[，。；]/)
  }
})
