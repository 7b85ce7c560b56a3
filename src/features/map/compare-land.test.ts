import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareLand } from './server/compare-land.ts'
import type { KnownParcel } from './server/land.ts'

const parcel = (id: string, more: Partial<KnownParcel> = {}): KnownParcel => ({
  ...{ id, number: id, name: null, status: 'reserve', areaM2: '100', unitId: null, provenance: null },
  ...{ west: 0, south: 0, east: 1, north: 1, lon: 0.5, lat: 0.5, shape: 'a' },
  ...more,
})
const land = (...parcels: KnownParcel[]) => new Map(parcels.map((one) => [one.id, one]))
const from = (parentId: string, ...children: string[]) => children.map((childId) => ({ parentId, childId }))
const told = (...given: Parameters<typeof compareLand>) =>
  compareLand(...given).map(({ kinds, before, after }) => [
    kinds.join(),
    before.map(({ id }) => id).join(),
    after.map(({ id }) => id).join(),
  ])

test('a parcel that stands as it did is not told of', () => {
  assert.deepEqual(told(land(parcel('a')), land(parcel('a')), []), [])
})

test('a status, and anything else that is drawn, are told apart', () => {
  const after = land(
    parcel('a', { status: 'built' }),
    parcel('b', { shape: 'b' }),
    parcel('c', { name: '丙' }),
  )
  const [a, b, c] = compareLand(land(parcel('a'), parcel('b'), parcel('c')), after, [])
  assert.deepEqual([a?.kinds, b?.kinds, c?.kinds], [['status'], ['parcelOther'], ['parcelOther']])
  assert.deepEqual(a?.changes, [{ field: 'status', from: 'reserve', to: 'built' }])
  const [both] = compareLand(land(parcel('a')), land(parcel('a', { status: 'built', areaM2: '99' })), [])
  assert.deepEqual(both?.kinds, ['status', 'parcelOther'])
})

test('a split and a merge are one thing each, however many acts lie between', () => {
  const origins = [...from('a', 'a1', 'x'), ...from('x', 'a2', 'a3'), ...from('b', 'bc'), ...from('c', 'bc')]
  assert.deepEqual(
    told(
      land(parcel('a'), parcel('b'), parcel('c')),
      land(...['a1', 'a2', 'a3', 'bc'].map((id) => parcel(id))),
      origins,
    ),
    [
      ['split', 'a', 'a1,a2,a3'],
      ['merged', 'b,c', 'bc'],
    ],
  )
})

test('what was split and joined with others is divided anew', () => {
  const origins = [...from('a', 'a1', 'a2'), ...from('a2', 'e'), ...from('b', 'e')]
  assert.deepEqual(told(land(parcel('a'), parcel('b')), land(parcel('a1'), parcel('e')), origins), [
    ['redivided', 'a,b', 'a1,e'],
  ])
  // Split, and put together again: another parcel, on the same land.
  const back = [...from('a', 'a1', 'a2'), ...from('a1', 'z'), ...from('a2', 'z')]
  assert.deepEqual(told(land(parcel('a')), land(parcel('z')), back), [['redivided', 'a', 'z']])
})

test('what came and was split since is new, and what left nothing behind is gone', () => {
  const origins = from('n', 'n1', 'n2')
  assert.deepEqual(told(land(parcel('a')), land(parcel('n1'), parcel('n2')), origins), [
    ['parcelGone', 'a', ''],
    ['parcelNew', '', 'n1'],
    ['parcelNew', '', 'n2'],
  ])
})
