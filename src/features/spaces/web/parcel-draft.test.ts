import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, draftOf } from './parcel-draft.ts'

const parcel = { number: '1', name: null, landUse: '工业用地', landClass: '0601', note: null, areaM2: '9407' }

test('only what was typed otherwise is sent; an emptied field takes its value away', () => {
  const draft = draftOf(parcel)
  assert.equal(changesOf(parcel, draft), undefined)
  assert.deepEqual(changesOf(parcel, { ...draft, name: ' 龙湖 ', landClass: '' }), {
    name: '龙湖',
    landClass: null,
  })
})

test('an area is sent as a plain number, and never emptied', () => {
  const draft = draftOf(parcel)
  assert.deepEqual(changesOf(parcel, { ...draft, areaM2: '９,５００' }), { areaM2: '9500' })
  assert.equal(changesOf(parcel, { ...draft, areaM2: ' ' }), undefined)
  assert.equal(changesOf(parcel, { ...draft, areaM2: '9,407' }), undefined)
})
