import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedOf, hiddenText, viewOf, viewText } from './map-address.ts'

const id = '0190f5d0-7c1e-7abc-8def-0123456789ab'

test('a view comes back from the address to the metre', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.double({ min: 0, max: 22, noNaN: true }),
      (lon, lat, zoom) => {
        const read = viewOf(viewText({ lon, lat, zoom }))
        assert.ok(read)
        assert.ok(Math.abs(read.lon - lon) < 1e-5 && Math.abs(read.lat - lat) < 1e-5)
        assert.ok(Math.abs(read.zoom - zoom) <= 0.005 + 1e-9)
      },
    ),
  )
  for (const nonsense of [undefined, '', '1,2', '1,2,3,4', 'a,2,3', '200,2,3', '1,90,3', '1,2,30', '1,,3'])
    assert.equal(viewOf(nonsense), undefined, `${nonsense}`)
})

test('an address says what the map shows, and nonsense in it says nothing', () => {
  const asked = askedOf({
    at: '120.27,30.18,14',
    corps: id,
    chain: '生命健康',
    by: 'light',
    hide: 'built,kept,red,house,base',
    parcel: id,
    plan: id,
  })
  assert.deepEqual(asked.view, { lon: 120.27, lat: 30.18, zoom: 14 })
  assert.deepEqual([...asked.hidden], ['built', 'kept', 'red', 'base'])
  assert.deepEqual(
    [asked.unitId, asked.chain, asked.by, asked.parcelId, asked.planId],
    [id, '生命健康', 'light', id, id],
  )
  const plain = askedOf({ corps: 'x', by: 'colour', hide: '', parcel: '1', show: 'all' })
  assert.deepEqual(
    [plain.unitId, plain.by, plain.hidden.size, plain.parcelId, plain.isListed],
    [undefined, 'stage', 0, undefined, false],
  )
})

test('what is pressed twice is as before', () => {
  const once = hiddenText(new Set(['built']), 'idle')
  assert.equal(once, 'built,idle')
  assert.equal(hiddenText(new Set(once?.split(',')), 'idle'), 'built')
  assert.equal(hiddenText(new Set(['built']), 'built'), undefined)
})
