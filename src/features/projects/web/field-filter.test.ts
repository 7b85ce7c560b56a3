import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fieldByKey, fields } from '../fields.ts'
import { conditionsOf, emptyFilter, filtersOf, modesOf, withFilter, withoutField } from './field-filter.ts'

const of = (key: string) => {
  const field = fieldByKey.get(key)
  assert.ok(field)
  return field
}

test('both bounds of an amount are one filter, and go back as two conditions', () => {
  const where = [
    { field: 'totalInvestment', op: 'atLeast', value: '10000' },
    { field: 'stage', op: 'is', value: ['signed'] },
    { field: 'totalInvestment', op: 'atMost', value: '500000' },
  ] as const
  const [amount, stage] = filtersOf(
    where.map((condition) => ({
      ...condition,
      value: Array.isArray(condition.value) ? [...condition.value] : String(condition.value),
    })),
  )
  assert.ok(amount && stage)
  assert.deepEqual([amount.atLeast, amount.atMost], ['10000', '500000'])
  assert.deepEqual(
    conditionsOf(amount).map((condition) => condition.op),
    ['atLeast', 'atMost'],
  )
  assert.deepEqual(stage.values, ['signed'])
})

test('a filter that asks for nothing leaves no condition', () => {
  for (const field of fields) assert.deepEqual(conditionsOf(emptyFilter(field)), [])
})

test('changing one field keeps the others and its own place', () => {
  const where =
    filtersOf([]).length === 0
      ? withFilter(withFilter([], { ...emptyFilter(of('stage')), values: ['lead'] }), {
          ...emptyFilter(of('name')),
          text: '传化',
        })
      : []
  const changed = withFilter(where, { ...emptyFilter(of('stage')), mode: 'isNot', values: ['signed'] })
  assert.deepEqual(changed, [
    { field: 'stage', op: 'isNot', value: ['signed'] },
    { field: 'name', op: 'contains', value: '传化' },
  ])
  assert.deepEqual(withoutField(changed, 'stage'), changed.slice(1))
})

test('every mode that a field offers goes to conditions and back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.nat(), (field, n) => {
      const modes = modesOf(field)
      const mode = modes[n % modes.length]
      assert.ok(mode)
      const filter = { ...emptyFilter(field), mode, values: ['a'], text: 'b', atLeast: '1', atMost: '2' }
      const [back] = filtersOf(conditionsOf(filter))
      assert.equal(back?.mode, mode)
      assert.deepEqual(back && conditionsOf(back), conditionsOf(filter))
    }),
  )
})
