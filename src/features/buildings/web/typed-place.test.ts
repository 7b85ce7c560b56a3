import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedPlace, sentPlace, typedDegrees, typedPlaceOf } from './typed-place.ts'

const none = { typed: '', id: null }

test('degrees are read as people type them, and what is none is told from nothing', () => {
  assert.deepEqual(['120.2694', '１２０．５', ' ', '120°', '0x10', '1e2', '-3'].map(typedDegrees), [
    ...[120.2694, 120.5, null, undefined, undefined, undefined, -3],
  ])
})

test('a parcel that is known is sent, or without one the place', () => {
  const at = { lon: '120.3', lat: '30.2' }
  assert.deepEqual(sentPlace({ parcel: { typed: 'DK-1', id: 'a' }, ...at }), { parcelId: 'a' })
  assert.equal(sentPlace({ parcel: { typed: 'DK-1', id: null }, ...at }), undefined)
  assert.deepEqual(sentPlace({ parcel: none, ...at }), { parcelId: null, lon: 120.3, lat: 30.2 })
  assert.deepEqual(sentPlace({ parcel: none, lon: '', lat: '' }), { parcelId: null, lon: null, lat: null })
  assert.equal(sentPlace({ parcel: none, lon: '120°', lat: '30' }), undefined)
})

test('of a building’s place only what was typed otherwise is sent; leaving its parcel it stays where it is shown', () => {
  const on = { parcelId: 'a', parcelNumber: 'DK-1', lon: 120.3, lat: 30.2 }
  const own = { parcelId: null, parcelNumber: null, lon: 120.3, lat: 30.2 }
  const [there, here] = [typedPlaceOf(on), typedPlaceOf(own)]
  assert.deepEqual([changedPlace(on, there), changedPlace(own, here)], [{}, {}])
  const looking = { ...there, parcel: { typed: 'DK-1', id: null } }
  assert.deepEqual(changedPlace(on, looking), {}, 'before its number is found')
  const left = { ...there, parcel: none }
  assert.deepEqual(changedPlace(on, left), { parcelId: null, lon: 120.3, lat: 30.2 })
  assert.deepEqual(changedPlace(own, { ...here, lon: '120.4' }), { lon: 120.4, lat: 30.2 })
  assert.deepEqual(changedPlace(own, { ...here, lon: '', lat: '' }), { lon: null, lat: null })
  assert.equal(changedPlace(own, { ...here, lon: '120°' }), undefined)
  assert.deepEqual(changedPlace(own, { ...here, parcel: { typed: 'DK-2', id: 'b' } }), { parcelId: 'b' })
  assert.deepEqual(changedPlace(on, { ...there, parcel: { typed: ' dk-1', id: 'a' } }), {})
  const unnumbered = { ...on, parcelNumber: null }
  assert.deepEqual(changedPlace(unnumbered, { ...typedPlaceOf(unnumbered), parcel: none }), {})
})
