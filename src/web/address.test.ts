import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseSearch, stringifySearch } from './address.ts'

test('what is written into the address is read back as it was, as text', () => {
  assert.deepEqual(parseSearch('?q=2022&where=%5B%7B%22field%22%3A%22stage%22%7D%5D'), {
    q: '2022',
    where: '[{"field":"stage"}]',
  })
  const texts = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), texts), (search) => {
      assert.deepEqual(parseSearch(stringifySearch(search)), { ...search })
    }),
  )
})

test('what is undefined, null or empty leaves the address', () => {
  assert.equal(stringifySearch({ q: '', where: undefined, sort: null }), '')
  assert.equal(stringifySearch({ q: '传化', where: undefined }), '?q=%E4%BC%A0%E5%8C%96')
})
