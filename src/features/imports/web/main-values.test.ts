import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mainFirst } from './main-values.ts'

const value = (field: string, to: string | null = 'x') => ({ field, from: null, to })

test('what an official looks for comes first, the rest as in the file', () => {
  const values = [
    value('note'),
    value('name'),
    value('stage'),
    value('scope'),
    value('investor'),
    value('code', null),
  ]
  assert.deepEqual(
    mainFirst(values).map(({ field }) => field),
    ['investor', 'stage', 'note', 'scope'],
  )
})
