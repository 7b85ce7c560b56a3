import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ParcelPoint, placeOf } from './place.ts'

const parcel: ParcelPoint = {
  id: 'p',
  lon: 120.27,
  lat: 30.185,
  west: 120.269,
  south: 30.1845,
  east: 120.271,
  north: 30.1855,
  provenance: 'illustrative',
}
const parcels = new Map([['萧政工出〔2023〕51号', parcel]])
const at = (id: string, parcelNo: string | null, own?: [number, number]) =>
  placeOf({ id, parcelNo, lon: own?.[0] ?? null, lat: own?.[1] ?? null, placeProvenance: null }, (key) =>
    parcels.get(key),
  )
const [one, two] = ['0190f5d0-7c1e-7abc-8def-0123456789ab', '0190f5d0-7c1e-7abc-8def-ba9876543210']

test('a project stands on the first parcel it names that is drawn, near its point', () => {
  const place = at(one, '无此地块、萧政工出[2023]51号', [1, 2])
  assert.equal(place?.parcelId, 'p')
  assert.equal(place?.illustrative, true)
  assert.ok(Math.abs((place?.lon ?? 0) - parcel.lon) <= 0.22 * 0.002)
  assert.ok(Math.abs((place?.lat ?? 0) - parcel.lat) <= 0.22 * 0.001)
  assert.deepEqual(at(one, '萧政工出〔2023〕51号'), place)
  assert.notDeepEqual(at(two, '萧政工出〔2023〕51号'), place)
})

test('else where somebody put it, or nowhere', () => {
  assert.deepEqual(at(one, '无此地块', [120.3, 30.2]), {
    lon: 120.3,
    lat: 30.2,
    parcelId: null,
    illustrative: false,
  })
  assert.equal(at(one, null), undefined)
})
