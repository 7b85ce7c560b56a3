import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlace, standsIn } from './stands-in.ts'

test('a building stands in its parcel’s territory, or else in the one around its place', () => {
  const at = (lon: number) => (lon > 120 ? 'east' : undefined)
  assert.equal(standsIn({ territoryId: 'own' }, [121, 30], at), 'own')
  assert.equal(standsIn({ territoryId: null }, [121, 30], at), 'east')
  assert.equal(standsIn(undefined, [119, 30], at), undefined)
  assert.equal(standsIn(undefined, undefined, at), undefined)
})

test('a place is one within the borders', () => {
  assert.deepEqual(
    [isPlace(120.3, 30.2), isPlace(30.2, 120.3), isPlace(Number.NaN, 30)],
    [true, false, false],
  )
})
