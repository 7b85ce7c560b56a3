import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legendLines } from './legend-lines.ts'

const counts = {
  parcels: [
    { key: 'reserve', count: 2, areaM2: '10000.000' },
    { key: 'built', count: 5, areaM2: '200000.000' },
  ],
  areaM2: '210000.000',
  kept: [],
  buildings: { count: 3, areaM2: '90000', vacantM2: '12000.5' },
  stages: [
    { key: 'signed', count: 3 },
    { key: 'landed', count: 1 },
    { key: 'inProduction', count: 4 },
  ],
  lights: [
    { key: 'red', count: 2 },
    { key: 'grey', count: 6 },
  ],
  projects: 8,
  unplaced: 0,
  isIllustrative: false,
}

test('with nothing taken off, the sheet adds up to what the screen counts', () => {
  for (const by of ['stage', 'light'] as const) {
    const lines = legendLines(counts, { by, hidden: new Set() })
    assert.deepEqual([lines.parcelsTogether, lines.projectsTogether], [{ count: 7, mu: '315' }, 8])
    assert.deepEqual(lines.buildings, { count: 3, vacantM2: '12,001' })
    assert.deepEqual(lines.left, [])
  }
})

test('what was taken off the map is neither listed nor summed, but named', () => {
  const hidden = new Set(['built', 'sign', 'red'])
  const byStage = legendLines(counts, { by: 'stage', hidden })
  assert.deepEqual(byStage.parcelsTogether, { count: 2, mu: '15' })
  assert.ok(!byStage.parcels.some(({ status }) => status === 'built'))
  assert.deepEqual(
    byStage.projects.filter(({ count }) => count > 0),
    [{ key: 'run', count: 4 }],
  )
  assert.deepEqual([byStage.projectsTogether, byStage.left], [4, ['built', 'sign']])
  const bare = legendLines(counts, { by: 'stage', hidden: new Set(['buildings']) })
  assert.deepEqual([bare.buildings, bare.left], [null, ['buildings']])
  const byLight = legendLines(counts, { by: 'light', hidden })
  assert.deepEqual([byLight.projectsTogether, byLight.left], [6, ['built', 'red']])
})
