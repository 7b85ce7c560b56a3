import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sheet } from './server/atlas.ts'
import { TileCache } from './server/tile-cache.ts'
import { tileOf } from './server/tiles.ts'

const empty = new Uint8Array()

test('empty tiles take room as well, and the longest unused go first', () => {
  const cache = new TileCache(10_000)
  cache.put('land', 0, 0, 0, new Uint8Array(100))
  for (let x = 0; x < 1_000; x++) {
    assert.ok(cache.get('land', 0, 0, 0), 'used all the time')
    cache.put('zone', 14, x, 0, empty)
  }
  assert.equal(cache.get('zone', 14, 0, 0), undefined)
  assert.ok(cache.get('zone', 14, 999, 0))
})

test('what was cleared, or put again, no longer counts', () => {
  const cache = new TileCache(10_000)
  for (let x = 0; x < 1_000; x++) {
    cache.put('zone', 14, x, 0, empty)
    cache.clear((scope) => scope === 'zone')
    cache.put('land', 0, 0, 0, new Uint8Array(9_000))
  }
  assert.equal(cache.get('land', 0, 0, 0)?.byteLength, 9_000)
  assert.equal(cache.get('zone', 14, 999, 0), undefined)
})

test('a tile beside the world is empty, and not kept', () => {
  // Nothing but the cache is there: whatever were drawn or kept would fail.
  const tiles = new TileCache()
  tiles.put = () => assert.fail('kept')
  const sheet = { tiles } as unknown as Sheet
  for (const [x, y] of [
    [8, 0],
    [0, 8],
    [9_999, 9_999],
  ] as const)
    assert.equal(tileOf(sheet, 'land', [3, x, y], undefined, 'land').byteLength, 0)
})
