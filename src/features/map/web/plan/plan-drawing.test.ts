import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlacedProject } from '../../../matching/plan-contract.ts'
import type { PlanPlaces } from '../../../matching/plan-places-contract.ts'
import { boundsOf, featuresOf, isLost, placementsOf } from './plan-drawing.ts'

const words = {
  share: (areaM2: number, ofM2: number) => `${areaM2} of ${ofM2}`,
  divided: (areaM2: number, pieces: number) => `${areaM2} on ${pieces}`,
  rooms: (count: number, areaM2: number) => `${count} rooms ${areaM2}`,
}
type Part = PlacedProject['place']['parts'][number]
const part = (id: string, areaM2: number, kind: Part['kind'] = 'parcel'): Part => ({
  ...{ id, kind, label: id, status: null, areaM2 },
})
const placed = (id: string, kind: PlacedProject['place']['kind'], areaM2: number, parts: Part[]) =>
  ({
    project: { id, name: id, corpsId: null },
    place: { kind, parts, areaM2, leftM2: 0 },
  }) as unknown as PlacedProject
const parcel = (id: string, areaM2: number, lon = 120): PlanPlaces['parcels'][number] => ({
  ...{ id, label: id, areaM2, lon, lat: 30, bounds: [lon, 30, lon + 1, 31] },
  boundary: { type: 'Polygon', coordinates: [] },
})
const at = (id: string, ...parcelIds: string[]) => ({ id, parcelIds, building: null })
const tower = { id: 'tower', name: '东楼', lon: 121, lat: 31 }

test('a part is the whole parcel with its share; two on one parcel stand on one label', () => {
  const placements = placementsOf(
    [placed('a', 'part', 15, [part('P', 42)]), placed('b', 'part', 20, [part('P', 42)])],
    {
      spaces: [at('P', 'P')],
      parcels: [parcel('P', 42)],
      kept: [{ projectId: 'a', spaceId: 'P', untilOn: '2060-01-01' }],
    },
  )
  const [area, label, ...more] = featuresOf(placements, words)
  assert.equal(more.length, 0)
  assert.deepEqual([area?.geometry.type, label?.geometry.type], ['Polygon', 'Point'])
  assert.deepEqual(area?.properties, {
    ...{ projects: 'a b', isKept: false, rooms: 0, label: 'a\n15 of 42\nb\n20 of 42' },
  })
})

test('what is all taken is told as all; joined parcels carry the name each; split since, its pieces', () => {
  const placements = placementsOf(
    [placed('a', 'joined', 30, [part('P', 10), part('Q', 20)]), placed('b', 'parcel', 9, [part('R', 9)])],
    {
      spaces: [at('P', 'P'), at('Q', 'Q'), at('R', 'R1', 'R2')],
      parcels: [parcel('P', 10.4), parcel('Q', 20), parcel('R1', 4), parcel('R2', 5)],
      kept: [],
    },
  )
  const labels = featuresOf(placements, words).flatMap(({ geometry, properties }) =>
    geometry.type === 'Point' ? [properties.label] : [],
  )
  assert.deepEqual(labels, ['a\n10 of 10', 'a\n20 of 20', 'b\n9 on 2', 'b\n9 on 2'])
})

test('rooms are counted at their building; what is gone is lost and nowhere', () => {
  const placements = placementsOf(
    [
      placed('a', 'rooms', 70, [part('x', 30, 'room'), part('y', 40, 'room')]),
      placed('b', 'room', 50, [part('z', 50, 'room')]),
      placed('c', 'parcel', 9, [part('gone', 9)]),
    ],
    {
      spaces: [...['x', 'y', 'z'].map((id) => ({ id, parcelIds: [], building: tower })), at('gone')],
      parcels: [],
      kept: ['x', 'y', 'z'].map((spaceId) => ({
        ...{ projectId: spaceId === 'z' ? 'b' : 'a', spaceId, untilOn: null },
      })),
    },
  )
  const [feature, ...more] = featuresOf(placements, words)
  assert.equal(more.length, 0)
  assert.deepEqual(feature?.properties, {
    ...{ projects: 'a b', isKept: true, rooms: 3, label: 'a\n2 rooms 70\nb\n1 rooms 50' },
  })
  assert.deepEqual(placements.map(isLost), [false, false, false, true])
  assert.equal(boundsOf(placements.filter(isLost)), undefined)
  assert.deepEqual(
    boundsOf(placements)?.map((degrees) => Math.round(degrees)),
    [121, 31, 121, 31],
  )
})
