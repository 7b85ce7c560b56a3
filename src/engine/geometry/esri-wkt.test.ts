import assert from 'node:assert/strict'
import { test } from 'node:test'
import { esriWkt } from './esri-wkt.ts'
import { systemFromWkt } from './system-wkt.ts'
import { systems } from './systems.ts'

test('every system of CGCS2000 is read back from what is written of it', () => {
  const written = systems.filter(({ datum }) => datum === 'CGCS2000')
  assert.ok(written.length > 60)
  for (const { epsg } of written) {
    const answer = systemFromWkt(esriWkt(epsg) ?? '')
    assert.equal(answer.ok && answer.system.epsg, epsg)
  }
  assert.equal(esriWkt(3857), undefined)
})
