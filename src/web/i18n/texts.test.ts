import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts } from './texts.ts'
import type { TextTree } from './words.ts'

/** Flat, and without the plural endings that only English has. */
function flat(tree: TextTree, path: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = [...path, key]
    if (typeof value === 'string') found.set(here.join('.').replace(/_(one|other)$/, ''), value)
    else for (const [inner, text] of flat(value, here)) found.set(inner, text)
  }
  return found
}

const paramsOf = (text: string) =>
  [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])].map((p) => p.replace(/\W/g, '')).sort()

for (const [namespace, { zh, en }] of Object.entries(texts)) {
  test(`${namespace}: every text is there in Chinese and in English, with the same parameters`, () => {
    const chinese = flat(zh)
    const english = flat(en)
    assert.deepEqual([...chinese.keys()].sort(), [...english.keys()].sort())
    for (const [key, text] of chinese) {
      const other = english.get(key) ?? ''
      assert.ok(text.trim() && other.trim(), `${namespace}:${key} is empty`)
      assert.deepEqual(paramsOf(text), paramsOf(other), `${namespace}:${key}`)
    }
  })

  test(`${namespace}: English texts are English`, () => {
    for (const [key, text] of flat(en)) {
      // The switch names the other language in its own script.
      if (key === 'otherLanguage') continue
      assert.doesNotMatch(text, /[，。；！？]/, `${namespace}:${key} has full-width punctuation`)
      assert.doesNotMatch(text, /!/, `${namespace}:${key} has an exclamation mark`)
    }
  })

  test(`${namespace}: Chinese sentences use full-width punctuation`, () => {
    for (const [key, text] of flat(zh))
      assert.doesNotMatch(text, /\p{Script=Han}[,;:!?！]/u, `${namespace}:${key}: ${text}`)
  })
}
